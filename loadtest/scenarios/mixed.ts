import { FIRST_GAME, SECOND_GAME } from '../games/index.ts';
import type { PlayedGame } from '../games/played-game.ts';
import { largeAndSmall, lobbiesOf } from '../lobbies/lobbies-of.ts';
import { TablePlay } from '../tables/table-play.ts';
import { forEachOf } from './check.ts';
import type { Scenario, Stage, World } from './scenario.ts';

/** Twenty people as they may be found on a server: a table of each game, a watcher, some who write or only read. */
const CROWD = { watchers: 1, writers: 9, readers: 2 } as const;
const UNIT = FIRST_GAME.seats + SECOND_GAME.seats + CROWD.watchers + CROWD.writers + CROWD.readers;

function crowdsOf(world: World): Stage {
  const crowds = world.players / UNIT;
  const tables: TablePlay[] = [];
  const writers = lobbiesOf(world, largeAndSmall(crowds * CROWD.writers), true);
  const quiet = { name: 'quiet', people: crowds * CROWD.readers };
  const readers = lobbiesOf(world, () => quiet, false);
  const sitDown = async (game: PlayedGame<unknown>, watchers: number) => {
    const table = new TablePlay(world, game);
    await table.open();
    for (let i = 0; i < watchers; i++) await table.watch();
    tables.push(table);
    table.play();
  };
  return {
    async add(index) {
      await sitDown(FIRST_GAME, CROWD.watchers);
      await sitDown(SECOND_GAME, 0);
      for (let i = 0; i < CROWD.writers; i++) await writers.add(index * CROWD.writers + i);
      for (let i = 0; i < CROWD.readers; i++) await readers.add(index * CROWD.readers + i);
    },
    async rest() {
      await Promise.all([...tables.map((table) => table.rest()), writers.rest(), readers.rest()]);
    },
    async check() {
      await forEachOf(tables, (table) => table.check());
      await writers.check();
      await readers.check();
    },
    close() {
      for (const each of [...tables, writers, readers]) each.close();
    },
  };
}

const MIXED = { unit: UNIT, headline: ['move seen', 'message seen'], open: crowdsOf } as const;

export const mixed: Scenario = {
  ...MIXED,
  name: 'mixed',
  line: 'Games of both kinds, one with a watcher, busy and quiet lobbies, inboxes: a server as it is used.',
  players: 200,
  seconds: 30,
};

export const soak: Scenario = {
  ...MIXED,
  name: 'soak',
  line: 'The mixed crowd for a long time: does anything grow, does anything wear out?',
  players: 100,
  seconds: 600,
  watchesMemory: true,
};

export const findLimit: Scenario = {
  ...MIXED,
  name: 'find-limit',
  // What people wait for. Those who only read in a crowd are told later on purpose, however few people there are.
  headline: ['move seen', 'message answered'],
  line: 'More and more people until it is too slow or something fails; says how many were fine.',
  players: 100,
  seconds: 10,
  growth: { factor: 1.5, p99Ms: 100 },
};
