import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Directory, type Found, LEASE_MS } from '../../server/directory/directory.ts';
import { InProcessDirectory } from '../../server/directory/in-process.ts';
import { RedisDirectory } from '../../server/directory/redis.ts';
import { Listed, publicList, type TableListing } from '../../server/rooms/tables/listing.ts';
import { kindOf } from '../../shared/core/about.ts';
import { playerId, seatId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/languages.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import { fourInARow } from '../../shared/games/four-in-a-row/rules.ts';
import type { TableFilter } from '../../shared/protocol/http.ts';
import type { Seat, TableView } from '../../shared/table/types.ts';
import { RedisServer } from '../harness/redis.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';

const SEED = Number(process.env.SEED ?? 15);
/** Rows of a list that a page shows. */
const SHOWN = 100;
/** What may be touched for each row that is shown, whichever process has it. */
const PER_ROW = 3;
/** Rooms that are claimed and listed in one go. */
const AT_ONCE = 500;

let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
});
afterAll(() => server.stop());

/** Two processes on one directory, and how much of it a question touches. */
interface World {
  readonly both: readonly [Directory, Directory];
  /** Listings that are read, or values that Redis looks up, while something is done. */
  touched(done: () => Promise<unknown>): Promise<number>;
  /** How a listing is handed in, so that reading it is noticed. */
  watched<T extends object>(listing: T): T;
}

const WORLDS: Record<string, () => Promise<World>> = {
  async memory() {
    let now = 1_000_000;
    let reads = 0;
    const shared = new InProcessDirectory({
      now: () => now,
      leaseMs: Number.POSITIVE_INFINITY,
      settleMs: 0,
      pause: async (ms) => {
        now += ms;
      },
    });
    return {
      both: [shared.join('ana'), shared.join('ben')],
      async touched(done) {
        reads = 0;
        await done();
        return reads;
      },
      watched: (listing) =>
        new Proxy(listing, {
          get(target, key) {
            if (key === 'about') reads++;
            return Reflect.get(target, key);
          },
        }),
    };
  },
  async redis() {
    const connect = () => {
      const redis = new Redis(server.url);
      onTestFinished(() => redis.disconnect());
      return redis;
    };
    const admin = connect();
    await admin.flushall();
    const both = [
      await RedisDirectory.join(connect(), 'ana'),
      await RedisDirectory.join(connect(), 'ben'),
    ] as const;
    const alive = setInterval(() => void Promise.all(both.map((each) => each.renew())), LEASE_MS / 5);
    onTestFinished(() => clearInterval(alive));
    return {
      both,
      async touched(done) {
        clearInterval(alive);
        await admin.config('RESETSTAT');
        await done();
        const stats = await admin.info('commandstats');
        const calls = [...stats.matchAll(/^cmdstat_(\w+)\S*:calls=(\d+)/gm)];
        return calls.reduce((sum, [, name, count]) => sum + (name === 'config' ? 0 : Number(count)), 0);
      },
      watched: (listing) => listing,
    };
  },
};

/** A table as the test knows it, apart from what the product makes of it. */
interface Made {
  readonly code: string;
  readonly game: 'color-clues' | 'four-in-a-row';
  readonly mode: '' | 'classic' | 'party';
  readonly language: Language;
  readonly isPublic: boolean;
  readonly isLocked: boolean;
  readonly humans: number;
  readonly bots: number;
  readonly queued: number;
  readonly watchers: number;
}

const seats = { classic: 10, party: 16, '': 2 } as const;
const isFree = ({ mode, humans, queued, isLocked }: Made) => !isLocked && humans + queued < seats[mode];
const peopleAt = ({ humans, watchers }: Made) => humans + watchers;

const base = (() => {
  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
  table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
  return table.view(null);
})();
const human = base.seats[0]!;
const bot = { ...human, kind: 'bot' } as const;

/** The table as its rules show it. */
const viewOf = (made: Made): TableView<unknown> => ({
  ...base,
  name: made.code,
  options: made.mode === '' ? null : { ...(base.options as object), preset: made.mode },
  language: made.language,
  visibility: made.isPublic ? 'public' : 'private',
  isLocked: made.isLocked,
  seats: [...Array<Seat>(made.humans).fill(human), ...Array<Seat>(made.bots).fill(bot)].map(
    (seat, index) => ({ ...seat, id: seatId(index + 1) }),
  ),
  queue: Array(made.queued).fill(human.person),
});

const HOSTED = {
  'color-clues': {
    rules: colorClues,
    line: () => '',
    modeOf: (options: unknown) => (options as { preset: string }).preset,
  },
  'four-in-a-row': { rules: fourInARow, line: () => '' },
} as const;

const rng = seededRng(SEED);
const below = (end: number) => rng.int(end);
const one = <T>(...choices: readonly T[]): T => rng.pick(choices);

/** Some state of a table; its game stays what it is. */
function make(index: number): Made {
  const game = index % 3 === 0 ? 'four-in-a-row' : 'color-clues';
  const mode = game === 'color-clues' ? one('classic', 'party') : '';
  const humans = below(seats[mode] + 1);
  return {
    code: `T${index}`,
    game,
    mode,
    language: one('en', 'en', 'de', 'ja', 'pt'),
    isPublic: below(5) > 0,
    isLocked: below(8) === 0,
    humans,
    bots: below(seats[mode] - humans + 1),
    queued: humans === seats[mode] ? 0 : below(2),
    watchers: one(0, 0, 0, below(30)),
  };
}

const FILTERS: readonly TableFilter[] = [
  undefined,
  'color-clues/classic',
  'color-clues/party',
  'four-in-a-row',
]
  .flatMap((kind) =>
    [undefined, 'de', 'ja', 'ko'].map((language) => ({ kind, language: language as Language })),
  )
  .flatMap((filter) => [filter, { ...filter, free: '1' as const }]);

/** Whether somebody who looks in this way is shown this table: what the filter says, word by word. */
const fits = (made: Made, { kind, language, free }: TableFilter): boolean =>
  made.isPublic &&
  peopleAt(made) > 0 &&
  (kind === undefined || kind === kindOf(made.game, made.mode)) &&
  (language === undefined || language === made.language) &&
  (free === undefined || isFree(made));

const rowOf = (made: Made) => ({
  code: made.code,
  mode: made.mode,
  language: made.language,
  seats: made.humans,
  maxSeats: seats[made.mode],
  people: peopleAt(made),
  watchers: made.watchers,
  isFree: isFree(made),
});
function foundRow({ key, people, about }: Found): ReturnType<typeof rowOf> {
  const { mode, language, seats, maxSeats, watchers, isFree } = about as TableListing;
  return {
    code: key,
    mode: mode as Made['mode'],
    language,
    seats,
    maxSeats: maxSeats as 2,
    people,
    watchers,
    isFree,
  };
}

it.each(Object.keys(WORLDS).flatMap((world) => [100, 20_000].map((tables) => ({ world, tables }))))(
  `of $tables tables in $world each way to look finds exactly those that fit, the fullest first (seed ${SEED})`,
  async ({ world: name, tables }) => {
    const world = await WORLDS[name]!();
    const [asking] = world.both;
    const open = new Map<string, Made>();
    const listed = new Map<string, Listed<unknown>>();
    const ownerOf = (code: string) => world.both[Number(code.slice(1)) % 2]!;
    const say = async (made: Made) => {
      const { code, game } = made;
      const list = listed.get(code) ?? new Listed<unknown>({ game }, HOSTED[game] as never);
      listed.set(code, list);
      open.set(code, made);
      const said = list.next(viewOf(made), peopleAt(made));
      if (said) await ownerOf(code).list(code, world.watched(said.listing));
    };
    const inSteps = async (codes: readonly number[], each: (index: number) => Promise<unknown>) => {
      for (let at = 0; at < codes.length; at += AT_ONCE)
        await Promise.all(codes.slice(at, at + AT_ONCE).map(each));
    };
    const check = async (limit: number) => {
      for (const filter of FILTERS) {
        const wanted = [...open.values()].filter((made) => fits(made, filter));
        const found = (await asking.top(publicList(filter), limit)).map(foundRow);
        const why = JSON.stringify(filter);
        const byFullness = wanted.map(peopleAt).sort((a, b) => b - a);
        expect(
          found.map(({ people }) => people),
          why,
        ).toEqual(byFullness.slice(0, limit));
        expect(new Set(found.map(({ code }) => code)).size, why).toBe(found.length);
        const right = new Map(wanted.map((made) => [made.code, JSON.stringify(rowOf(made))]));
        expect(
          found.filter((row) => JSON.stringify(row) !== right.get(row.code)),
          why,
        ).toEqual([]);
        expect(await asking.totals(publicList(filter)), why).toEqual({
          rooms: wanted.length,
          people: byFullness.reduce((sum, people) => sum + people, 0),
        });
      }
    };

    await inSteps([...Array(tables).keys()], async (index) => {
      const made = make(index);
      await ownerOf(made.code).claim(made.code);
      await say(made);
    });
    await check(SHOWN);
    // People come and go, hosts lock, unlock and choose another mode; some tables close.
    const changed = [...Array(tables).keys()].filter(() => below(3) === 0);
    await inSteps(changed, async (index) => {
      if (below(4) > 0) return say(make(index));
      const code = `T${index}`;
      open.delete(code);
      await ownerOf(code).release(code);
    });
    await check(tables);
    await check(SHOWN);
    const touched = await world.touched(() => asking.top(publicList({ language: 'de', free: '1' }), SHOWN));
    expect(touched).toBeGreaterThan(0);
    expect(touched).toBeLessThanOrEqual(PER_ROW * SHOWN);
  },
);
