import type { PlayedGame } from '../games/played-game.ts';
import { forEachOf } from '../scenarios/check.ts';
import type { Stage, World } from '../scenarios/scenario.ts';
import { TablePlay } from './table-play.ts';

/** Tables of one game, each with its players, who play if they are meant to. */
export function tablesOf(world: World, game: PlayedGame<unknown>, plays = true): Stage {
  const tables: TablePlay[] = [];
  return {
    async add() {
      const table = new TablePlay(world, game);
      tables.push(table);
      await table.open();
      if (plays) table.play();
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
