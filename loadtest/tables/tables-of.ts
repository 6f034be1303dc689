import type { PlayedGame } from '../games/played-game.ts';
import { forEachOf } from '../scenarios/check.ts';
import type { Stage, World } from '../scenarios/scenario.ts';
import { TablePlay } from './table-play.ts';

/** Tables of one game, each with its players. */
export function tablesOf(world: World, game: PlayedGame<unknown>): Stage {
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
