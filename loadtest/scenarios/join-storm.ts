import { RefusedError } from '../client/http.ts';
import { FIRST_GAME } from '../games/index.ts';
import { Beat } from '../run/beat.ts';
import { pictureOf } from '../tables/picture.ts';
import { TablePlay } from '../tables/table-play.ts';
import { forEachOf, isEqual, settled } from './check.ts';
import type { Scenario, Stage, World } from './scenario.ts';

/** How many streams of arrivals one table has. */
const STREAMS = 20;

/** At each beat somebody new comes to a table in the way of a browser that was sent a link: looks, and leaves again. */
function arrivalsOf(world: World): Stage {
  const { recorder } = world;
  const tables: TablePlay[] = [];
  const openings: Promise<TablePlay>[] = [];
  const beats: Beat[] = [];
  const underWay = new Set<Promise<void>>();
  const newTable = async () => {
    const table = new TablePlay(world, FIRST_GAME);
    tables.push(table);
    await table.open();
    return table;
  };
  const visit = async (table: TablePlay, dueAt: number) => {
    try {
      const room = await world.arriveAt(world.nextNumber(), table.code);
      recorder.took('join', performance.now() - dueAt);
      recorder.count('people who came');
      // Nobody plays here; but others come and go, and who hears of that first is not said.
      const isSame = () => isEqual(pictureOf(FIRST_GAME, room.state), table.picture);
      if (!(await settled(isSame, world.patienceMs)))
        recorder.fault('another picture', `a newcomer at table ${table.code} was told something else`);
      room.close();
    } catch (error) {
      const code = error instanceof RefusedError ? error.code : 'cut off';
      recorder.error(`could not come in: ${code}`, String(error));
    }
  };
  let streams = 0;
  return {
    async add() {
      if (streams++ % STREAMS === 0) openings.push(newTable());
      const table = await openings.at(-1)!;
      const { arrivalMs } = world.pace;
      const arrive = (dueAt: number) => {
        const visited = visit(table, dueAt).finally(() => underWay.delete(visited));
        underWay.add(visited);
      };
      beats.push(new Beat(arrivalMs, world.rng.next() * arrivalMs, recorder, arrive));
    },
    async rest() {
      for (const beat of beats.splice(0)) beat.stop();
      await Promise.all(underWay);
    },
    check: () => forEachOf(tables, (table) => table.check()),
    close() {
      for (const beat of beats) beat.stop();
      for (const table of tables) table.close();
    },
  };
}

export const joinStorm: Scenario = {
  name: 'join-storm',
  line: 'New people come all the time (each of these many, every few seconds), look, and leave.',
  unit: 1,
  players: 200,
  seconds: 30,
  headline: ['join'],
  open: arrivalsOf,
};
