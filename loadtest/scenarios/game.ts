import { PLAYED_GAMES } from '../games/index.ts';
import { forEachOf } from './check.ts';
import type { Scenario, Stage, World } from './scenario.ts';
import { TablePlay } from './table-play.ts';

/** Tables of one game, each with its players. */
export function tablesOf(world: World, game = PLAYED_GAMES[0]!): Stage {
  const tables: TablePlay[] = [];
  return {
    async add() {
      const table = new TablePlay(world, game);
      tables.push(table);
      await table.open();
      table.play();
    },
    async rest() {
      await Promise.all(tables.map((table) => table.rest()));
    },
    check: () => forEachOf(tables, (table) => table.check()),
    close() {
      for (const table of tables) table.close();
    },
  };
}

export const game: Scenario = {
  name: 'game',
  line: 'Tables of six play whole legal games; everybody must see every move.',
  unit: PLAYED_GAMES[0]!.seats,
  players: 300,
  seconds: 30,
  headline: ['move seen', 'move answered'],
  open: (world) => tablesOf(world),
};
