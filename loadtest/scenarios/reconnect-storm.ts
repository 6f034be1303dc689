import { FIRST_GAME } from '../games/index.ts';
import { Beat } from '../run/beat.ts';
import { TablePlay } from '../tables/table-play.ts';
import { forEachOf } from './check.ts';
import type { Scenario, Stage, World } from './scenario.ts';

/** Tables that play, and whose connections all break at the same moment, again and again. */
function breakingTablesOf(world: World): Stage {
  const tables: TablePlay[] = [];
  let storm: Promise<void> = Promise.resolve();
  let beat: Beat | null = null;
  const breakAll = () => {
    storm = storm.then(async () => {
      await Promise.all(tables.map((table) => table.breakAll()));
    });
  };
  return {
    async add() {
      const table = new TablePlay(world, FIRST_GAME);
      await table.open();
      tables.push(table);
      table.play();
      beat ??= new Beat(world.pace.arrivalMs, world.pace.arrivalMs, world.recorder, breakAll);
    },
    async rest() {
      beat?.stop();
      await storm;
      await Promise.all(tables.map((table) => table.rest()));
    },
    check: () => forEachOf(tables, (table) => table.check()),
    close() {
      beat?.stop();
      for (const table of tables) table.close();
    },
  };
}

export const reconnectStorm: Scenario = {
  name: 'reconnect-storm',
  line: 'Tables play, and every few seconds all connections break at once; everybody asks for their seat again.',
  unit: FIRST_GAME.seats,
  players: 120,
  seconds: 30,
  headline: ['return', 'move seen'],
  open: breakingTablesOf,
};
