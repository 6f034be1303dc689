import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Directory,
  GRACE_MS,
  LEASE_MS,
  type Listing,
  NameTaken,
  SETTLE_MS,
  type Versions,
} from '../../server/directory/directory.ts';
import { InProcessDirectory } from '../../server/directory/in-process.ts';
import { RedisDirectory } from '../../server/directory/redis.ts';
import { questionsTo } from '../../server/infra/calls.ts';
import { RedisServer } from '../harness/redis.ts';

/** Processes on one directory, and its time. */
interface World {
  join(process: string, address?: string | null, versions?: Versions): Promise<Directory>;
  /** Lets time go by; whoever is named says meanwhile that it is alive. */
  pass(ms: number, ...alive: readonly Directory[]): Promise<void>;
  /** Everything that was known is lost. */
  forget(): Promise<void>;
}

let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
});
afterAll(() => server.stop());

/** Time goes by in steps that are shorter than a lease, so that whoever renews it does so in time. */
const STEP_MS = LEASE_MS / 5;
async function inSteps(
  ms: number,
  alive: readonly Directory[],
  step: (ms: number) => unknown,
): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    await step(Math.min(left, STEP_MS));
    await Promise.all(alive.map((each) => each.renew()));
  }
}

const WORLDS: Record<string, () => Promise<World>> = {
  async memory() {
    let now = 1_000_000;
    const settings = {
      now: () => now,
      leaseMs: LEASE_MS,
      settleMs: SETTLE_MS,
      pause: async (ms: number) => {
        now += ms;
      },
    };
    const shared = new InProcessDirectory(settings);
    return {
      join: async (process, address, versions) => shared.join(process, address, versions),
      pass: (ms, ...alive) =>
        inSteps(ms, alive, (step) => {
          now += step;
        }),
      forget: async () => shared.forget(),
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
    return {
      join: (process, address, versions) => RedisDirectory.join(connect(), process, address, versions),
      pass: (ms, ...alive) => inSteps(ms, alive, (step) => pause(step)),
      forget: async () => void (await admin.flushall()),
    };
  },
};

const listing = (people: number, ranks: Listing['ranks'] = {}, about: object = {}): Listing => ({
  people,
  ranks,
  about,
});
const keysOf = (found: readonly { key: string }[]) => found.map(({ key }) => key);

describe.each(Object.keys(WORLDS))('a directory in %s', (name) => {
  let world: World;
  let ana: Directory;
  let ben: Directory;
  beforeEach(async () => {
    world = await WORLDS[name]!();
    [ana, ben] = [await world.join('ana'), await world.join('ben')];
    await world.pass(SETTLE_MS, ana, ben);
  });

  it('gives a room to one of many who claim it at once, and tells the others whose it is', async () => {
    const claims = await Promise.all([ana, ben, ana, ben].map((each) => each.claim('table/MOKA')));
    expect(claims.map(({ kind }) => kind)).toEqual(['mine', 'theirs', 'mine', 'theirs']);
    const found = (await ben.find(['table/MOKA', 'table/NONE'])).get('table/MOKA')!;
    expect(found).toMatchObject({ process: 'ana', people: 0 });
    expect(claims[1]).toMatchObject({ owner: { process: 'ana', since: found.since } });
    expect(found.until - found.since).toBeLessThanOrEqual(LEASE_MS);
    expect(found.until).toBeGreaterThan(found.since);
  });

  it('gives a room to somebody else after it was given back, and by its owner only', async () => {
    await ana.claim('table/MOKA');
    await ben.release('table/MOKA');
    expect((await ben.claim('table/MOKA')).kind).toBe('theirs');
    await ana.release('table/MOKA');
    await ana.release('table/MOKA');
    expect((await ana.find(['table/MOKA'])).size).toBe(0);
    expect((await ben.claim('table/MOKA')).kind).toBe('mine');
  });

  it('forgets whatever was said of the rooms of a process that died, by itself', async () => {
    await ana.claim('table/MOKA', [{ name: 'tables', most: 5 }]);
    await ana.list('table/MOKA', listing(3, { public: 3 }));
    expect(await ben.totals('public')).toEqual({ rooms: 1, people: 3 });
    await world.pass(LEASE_MS + STEP_MS, ben);
    expect(await ben.totals('public')).toEqual({ rooms: 0, people: 0 });
    expect(await ben.top('public', 9)).toEqual([]);
    expect(await ben.counted(['tables'])).toEqual([0]);
    expect((await ben.find(['table/MOKA'])).size).toBe(0);
    expect((await ben.claim('table/MOKA')).kind).toBe('mine');
  });

  it('tells whoever was held up which rooms others took, and gives back the rest with what was said', async () => {
    for (const room of ['table/MOKA', 'table/BABA']) await ana.claim(room, [{ name: 'tables', most: 5 }]);
    await ana.list('table/BABA', listing(2, { public: 2 }, { line: 'Round 2' }));
    await world.pass(LEASE_MS + STEP_MS, ben);
    await ben.claim('table/MOKA');
    expect(await ana.renew()).toEqual(['table/MOKA']);
    expect(await ana.renew()).toEqual([]);
    const found = await ben.find(['table/MOKA', 'table/BABA']);
    expect([...found.values()].map(({ process }) => process)).toEqual(['ben', 'ana']);
    expect(found.get('table/BABA')).toMatchObject({ people: 2, about: { line: 'Round 2' } });
    expect(await ben.totals('public')).toEqual({ rooms: 1, people: 2 });
    expect(await ben.counted(['tables'])).toEqual([1]);
  });

  it('hands each room of a process that died to one who looks, and to nobody who just came', async () => {
    for (const room of ['table/MOKA', 'table/BABA', 'chat/lobby']) await ana.claim(room);
    await ana.list('table/MOKA', listing(3, { public: 3 }));
    expect(await ben.orphans(9)).toEqual([]);
    await world.pass(LEASE_MS + STEP_MS, ben);
    const cem = await world.join('cem');
    expect(await cem.orphans(9)).toEqual([]);
    const [first, second] = [await ben.orphans(2), await ben.orphans(2)];
    expect([first.length, second.length]).toEqual([2, 1]);
    expect([...first, ...second].sort()).toEqual(['chat/lobby', 'table/BABA', 'table/MOKA']);
    expect(await ben.orphans(9)).toEqual([]);
    // Its owner was only held up, and comes back before anybody took them.
    expect(await ana.renew()).toEqual([]);
    expect(await ben.totals('public')).toEqual({ rooms: 1, people: 3 });
    expect((await ben.claim('table/MOKA')).kind).toBe('theirs');
  });

  it('lets owners speak first when it has lost its memory: nobody takes a room before it is settled again', async () => {
    await ana.claim('table/MOKA', [{ name: 'tables', most: 5 }]);
    await ana.list('table/MOKA', listing(1, { public: 1 }));
    await world.forget();
    const claim = ben.claim('table/MOKA');
    expect(await ana.renew()).toEqual([]);
    expect(await claim).toMatchObject({ kind: 'theirs', owner: { process: 'ana' } });
    expect(await ben.totals('public')).toEqual({ rooms: 1, people: 1 });
    expect(await ben.counted(['tables'])).toEqual([1]);
  });

  it('keeps a room of which something is said before its owner could claim it again', async () => {
    await ana.claim('table/MOKA', [{ name: 'tables', most: 5 }]);
    await world.forget();
    await ana.list('table/MOKA', listing(3, { public: 3 }));
    expect(await ana.renew()).toEqual([]);
    expect(await ana.renew()).toEqual([]);
    expect(await ben.totals('public')).toEqual({ rooms: 1, people: 3 });
    expect(await ben.counted(['tables'])).toEqual([1]);
    expect((await ben.claim('table/MOKA')).kind).toBe('theirs');
  });

  it('waits with a claim until its process is settled', async () => {
    const cem = await world.join('cem');
    expect((await cem.claim('table/MOKA')).kind).toBe('mine');
    const { since } = (await cem.find(['table/MOKA'])).get('table/MOKA')!;
    await ana.claim('table/BABA');
    expect((await ana.find(['table/BABA'])).get('table/BABA')!.since).toBeGreaterThanOrEqual(since);
  });

  it('counts rooms of a quota over all processes, and claims none that is one too many', async () => {
    const quotas = [
      { name: 'tables', most: 3 },
      { name: 'tables/eve', most: 2 },
    ];
    const claims = await Promise.all([
      ana.claim('table/A', quotas),
      ben.claim('table/B', quotas),
      ana.claim('table/C', quotas),
      ben.claim('table/D', quotas),
    ]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['full', 'full', 'mine', 'mine']);
    expect(claims).toContainEqual({ kind: 'full', quota: 'tables/eve' });
    expect(await ben.counted(['tables', 'tables/eve'])).toEqual([2, 2]);
    const unlimited = quotas.map((quota) => ({ ...quota, most: Number.POSITIVE_INFINITY }));
    expect((await ben.claim('table/E', unlimited)).kind).toBe('mine');
    expect(await ben.claim('table/F', [quotas[0]!])).toEqual({ kind: 'full', quota: 'tables' });
    await ben.release('table/E');
    expect(await ana.counted(['tables', 'tables/eve', 'none'])).toEqual([2, 2, 0]);
    expect((await ana.claim('table/F', [quotas[0]!])).kind).toBe('mine');
  });

  it('shows the highest of a list over all processes, as it was said last', async () => {
    for (const [room, people] of Object.entries({ A: 2, B: 7, C: 12, D: 1 })) {
      const owner = people % 2 ? ana : ben;
      await owner.claim(`table/${room}`);
      await owner.list(`table/${room}`, listing(people, { public: people, [`of/${room}`]: 0 }));
    }
    expect(keysOf(await ana.top('public', 3))).toEqual(['table/C', 'table/B', 'table/A']);
    expect(keysOf(await ana.top('of/D', 3))).toEqual(['table/D']);
    expect(await ana.totals('public')).toEqual({ rooms: 4, people: 22 });
    // What is said meanwhile goes out together, the last of it for each.
    await Promise.all([5, 6, 20].map((people) => ana.list('table/D', listing(people, { public: people }))));
    await ana.list('table/B', listing(0));
    await ana.list('table/C', listing(99, { public: 99 }));
    const top = await ben.top('public', 9);
    expect(top.map(({ key, people, process }) => [key, people, process])).toEqual([
      ['table/D', 20, 'ana'],
      ['table/C', 12, 'ben'],
      ['table/A', 2, 'ben'],
    ]);
    await ana.release('table/D');
    expect(await ben.totals('public')).toEqual({ rooms: 2, people: 14 });
  });

  it('has one living process of a name, and tells where it is reached', async () => {
    const one = await world.join('p1@a', 'http://10.0.0.1:2567');
    expect(await ben.addressOf('p1')).toBe('http://10.0.0.1:2567');
    expect([await ben.addressOf('ana'), await ben.addressOf('p')]).toEqual([null, null]);
    const keepAlive = setInterval(() => void one.renew(), STEP_MS);
    await expect(world.join('p1@b', 'http://10.0.0.2:2567')).rejects.toThrow(NameTaken);
    clearInterval(keepAlive);
    expect(await ben.addressOf('p1')).toBe('http://10.0.0.1:2567');
    await one.leave();
    expect(await ben.addressOf('p1')).toBe(null);
    await world.join('p1@b', 'http://10.0.0.2:2567');
    expect(await ben.addressOf('p1')).toBe('http://10.0.0.2:2567');
  });

  it('knows after its memory was lost where a process is reached', async () => {
    const one = await world.join('p1@a', 'http://10.0.0.1:2567');
    await world.forget();
    await one.renew();
    expect(await one.addressOf('p1')).toBe('http://10.0.0.1:2567');
  });

  it('tells who takes rooms and what they can read, also of one that was just held up, not of one that left', async () => {
    const cem = await world.join('cem', null, { chat: 2 });
    expect(await ana.takers()).toEqual([]);
    for (const each of [ana, ben, cem]) await each.takeRooms(true);
    const takers = async () => (await ana.takers()).map(({ process }) => process).sort();
    expect(await takers()).toEqual(['ben', 'cem']);
    expect((await ana.takers()).find(({ process }) => process === 'cem')?.versions).toEqual({ chat: 2 });
    await ben.takeRooms(false);
    expect(await takers()).toEqual(['cem']);
    await ben.takeRooms(true);
    await world.pass(LEASE_MS + STEP_MS, ana);
    expect(await takers()).toEqual(['ben', 'cem']);
    await ben.leave();
    expect(await takers()).toEqual(['cem']);
    await world.pass(GRACE_MS, ana);
    expect(await takers()).toEqual([]);
  });

  it('does not wait for the lease of a process that left', async () => {
    await ana.claim('table/MOKA');
    await ana.leave();
    expect((await ben.claim('table/MOKA')).kind).toBe('mine');
  });
});

it('a process that is connected to Redis is not given up because it does not answer; one that is not is', async () => {
  const world = await WORLDS.redis!();
  const [ana, ben] = [await world.join('ana'), await world.join('ben')];
  await world.pass(SETTLE_MS, ana, ben);
  await ana.claim('table/MOKA');
  const listener = new Redis(server.url);
  onTestFinished(() => listener.disconnect());
  await listener.subscribe(questionsTo('ana'));
  await ben.suspect('ana');
  expect((await ben.claim('table/MOKA')).kind).toBe('theirs');
  await listener.unsubscribe();
  await ben.suspect('ana');
  expect((await ben.claim('table/MOKA')).kind).toBe('mine');
  expect(await ana.renew()).toEqual(['table/MOKA']);
});

it('a room that a Redis never heard of which took the place of another is claimed again, or given up', async () => {
  const world = await WORLDS.redis!();
  const admin = new Redis(server.url);
  onTestFinished(() => admin.disconnect());
  const [ana, ben] = [await world.join('ana'), await world.join('ben')];
  await world.pass(SETTLE_MS, ana, ben);
  await Promise.all(['table/KEPT', 'table/OLD', 'table/OLDER'].map((key) => ana.claim(key)));
  const copy = await Promise.all(
    (await admin.keys('*')).map(async (key) => [key, (await admin.dumpBuffer(key))!] as const),
  );
  // It knows of as many rooms as there are, but not of the same ones.
  await Promise.all(['table/MOKA', 'table/LIMA'].map((key) => ana.claim(key)));
  await Promise.all(['table/OLD', 'table/OLDER'].map((key) => ana.release(key)));
  await admin.flushall();
  for (const [key, value] of copy) await admin.restore(key, 0, value);
  // The lease is in the copy: as far as Redis knows nothing happened.
  expect((await ben.claim('table/LIMA')).kind).toBe('mine');
  expect(await ana.renew()).toEqual(['table/LIMA']);
  expect((await ben.claim('table/MOKA')).kind).toBe('theirs');
  expect(keysOf([...(await ben.find(['table/KEPT', 'table/MOKA', 'table/LIMA'])).values()])).toHaveLength(3);
  expect(await ana.renew()).toEqual([]);
});

it('of many rooms every one is looked for within a few renewals', async () => {
  const world = await WORLDS.redis!();
  const admin = new Redis(server.url);
  onTestFinished(() => admin.disconnect());
  const ana = await world.join('ana');
  await world.pass(SETTLE_MS, ana);
  const keys = Array.from({ length: 450 }, (_, index) => `table/${index}`);
  await Promise.all(keys.map((key) => ana.claim(key)));
  for (const key of [keys[0]!, keys[300]!, keys[449]!]) {
    await admin.hdel('{rooms}:own', key);
    for (let renewals = 0; renewals < 3; renewals++) await ana.renew();
    expect(await admin.hget('{rooms}:own', key)).toMatch(/^ana/);
  }
});

it('a room that is claimed while others are given back after Redis was away stays claimed', async () => {
  const world = await WORLDS.redis!();
  const redis = new Redis(server.url, { enableOfflineQueue: false, retryStrategy: () => null });
  await new Promise((resolve) => redis.once('ready', resolve));
  const ana = await RedisDirectory.join(redis, 'ana');
  await world.pass(SETTLE_MS, ana);
  const keys = ['table/ONE', 'table/TWO'];
  for (const key of keys) await ana.claim(key);
  const end = new Promise((resolve) => redis.once('end', resolve));
  redis.disconnect();
  await end;
  await Promise.all(keys.map((key) => expect(ana.release(key)).rejects.toThrow()));
  await redis.connect();
  onTestFinished(() => redis.disconnect());
  // The second one is wanted again just as the first one is given back.
  let claim: Promise<unknown> | null = null;
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    if (command.args.includes('table/ONE')) claim ??= ana.claim('table/TWO');
    return send(command, stream);
  };
  await ana.renew();
  expect(claim).not.toBe(null);
  await claim;
  expect([...(await ana.find(keys)).keys()]).toEqual(['table/TWO']);
});
