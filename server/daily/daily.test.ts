import { describe, expect, it } from 'vitest';
import { sqliteStorage as memoryStore } from '../../test/bench/memory-store.ts';
import { FakeClock, seededEntropy } from '../../test/harness/fakes.ts';
import { Daily, type DailyPlayer } from './daily.ts';
import type { DailyGame } from './daily-game.ts';

const HOUR = 60 * 60 * 1_000;
const NOON = Date.UTC(2026, 10, 29, 12);
const TODAY = '2026-11-29';

/** Three hints that say nothing of the answers: places 0–479 in a row. */
const game = (answers: readonly number[]): DailyGame => ({
  places: 480,
  riddle: (_secret, day) => ({ hints: [`a${day}`, `b${day}`, `c${day}`], answers }),
  score(place, answer) {
    const steps = Math.abs(place - answer);
    return { points: Math.max(0, 3 - steps), steps };
  },
});

const guest = (person: string): DailyPlayer => ({ person, hasAccount: false });
const named = (person: string): DailyPlayer => ({ person, hasAccount: true });

/** Two processes on one store. */
async function world(answers: readonly number[] = [100, 200, 300]) {
  const storage = await memoryStore();
  const clock = new FakeClock(NOON);
  const gone = new Set<string>();
  const people = {
    byIds: async (ids: readonly string[]) =>
      ids.map((id) => ({ name: id.toUpperCase(), marker: 1, isGone: gone.has(id) })),
  };
  const process = (seed: number) =>
    new Daily({ game: game(answers), storage, clock, entropy: seededEntropy(seed), people });
  return { storage, clock, gone, daily: process(1), other: process(2) };
}

async function seen(daily: Daily, player: DailyPlayer, day: string | null = null) {
  const found = await daily.view(player, day);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

async function placed(daily: Daily, player: DailyPlayer, places: readonly number[], day = TODAY) {
  const found = await daily.place(player, day, places);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('before one has placed (rule 12.2)', () => {
  it('nothing depends on what is right, byte for byte', async () => {
    const bytes = async (answers: number[]) => {
      const { daily } = await world(answers);
      await placed(daily, named('ben'), [7, 8, 9]);
      return JSON.stringify([await seen(daily, guest('ana')), await daily.view(guest('ana'), '2026-11-28')]);
    };
    expect(await bytes([1, 2, 3])).toBe(await bytes([470, 400, 90]));
  });

  it('nothing tells where others placed', async () => {
    const { daily } = await world();
    const before = await seen(daily, guest('ana'));
    await placed(daily, named('ben'), [100, 200, 300]);
    expect(await seen(daily, guest('ana'))).toEqual(before);
    expect(before.result).toBeNull();
  });
});

describe('placing (rule 12.3)', () => {
  it('is done once: whoever sends again gets what was placed first', async () => {
    const { daily, other } = await world();
    const first = await placed(daily, guest('ana'), [100, 201, 305]);
    expect(first.result).toMatchObject({
      places: [100, 201, 305],
      answers: [100, 200, 300],
      points: [3, 2, 0],
    });
    const again = await placed(other, guest('ana'), [100, 200, 300]);
    expect(again.result).toEqual(first.result);
  });

  it('is done once though two tabs ask two processes at the same moment', async () => {
    const { daily, other } = await world();
    const [here, there] = await Promise.all([
      placed(daily, guest('ana'), [1, 2, 3]),
      placed(other, guest('ana'), [4, 5, 6]),
    ]);
    expect(here.result!.places).toEqual(there.result!.places);
    expect((await seen(daily, guest('ana'))).result!.people).toBe(1);
  });

  it.each([
    ['too few', [1, 2], 'bad_request'],
    ['too many', [1, 2, 3, 4], 'bad_request'],
    ['off the board', [1, 2, 480], 'bad_request'],
  ])('refuses %s', async (_, places, code) => {
    const { daily } = await world();
    expect(await daily.place(guest('ana'), TODAY, places)).toEqual({ ok: false, error: { code } });
    expect((await seen(daily, guest('ana'))).result).toBeNull();
  });

  it('has one secret for all processes', async () => {
    const { storage } = await world();
    const clock = new FakeClock(NOON);
    const secrets: string[] = [];
    const riddle = (secret: string) => {
      secrets.push(secret);
      return { hints: ['a'], answers: [1] };
    };
    const people = { byIds: async () => [] };
    const process = (seed: number) =>
      new Daily({ game: { ...game([1]), riddle }, storage, clock, entropy: seededEntropy(seed), people });
    await Promise.all([process(1), process(2)].map((daily) => seen(daily, guest('ana'))));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the day (rule 12.4)', () => {
  it('changes at midnight of UTC; what was seen before may be placed for half an hour', async () => {
    const { daily, other, clock } = await world();
    await clock.advance(11.9 * HOUR);
    expect((await seen(daily, guest('ana'))).day).toBe(TODAY);
    await clock.advance(0.3 * HOUR);
    expect((await seen(other, guest('ana'))).day).toBe('2026-11-30');
    expect((await placed(other, guest('ana'), [100, 200, 300])).result!.isCounted).toBe(true);
    await clock.advance(0.5 * HOUR);
    expect((await placed(daily, guest('ben'), [100, 200, 300])).result!.isCounted).toBe(false);
  });

  it('can be played for thirty more, and never before it begins', async () => {
    const { daily } = await world();
    const code = async (day: string) => (await daily.view(guest('ana'), day)).ok || 'no_day';
    expect(await code('2026-10-30')).toBe(true);
    expect(await code('2026-10-29')).toBe('no_day');
    expect(await code('2026-11-30')).toBe('no_day');
    expect(await daily.place(guest('ana'), '2026-11-30', [1, 2, 3])).toMatchObject({ ok: false });
    const { past } = await seen(daily, guest('ana'));
    expect([past.length, past[0]!.day, past.at(-1)!.day]).toEqual([30, '2026-11-28', '2026-10-30']);
  });

  it('begins a little early for whoever comes from a process whose clock is ahead', async () => {
    const { daily, clock } = await world();
    await clock.advance(12 * HOUR - 30_000);
    expect((await placed(daily, guest('ana'), [1, 2, 3], '2026-11-30')).result!.isCounted).toBe(true);
  });

  it('stays as it was when it was first asked for, whatever words are known later', async () => {
    const { daily, storage, clock } = await world();
    const before = await seen(daily, guest('ana'));
    const people = { byIds: async () => [] };
    const newer = { ...game([1, 2, 3]), riddle: () => ({ hints: ['x', 'y', 'z'], answers: [1, 2, 3] }) };
    const updated = new Daily({ game: newer, storage, clock, entropy: seededEntropy(3), people });
    expect((await seen(updated, guest('ana'))).hints).toEqual(before.hints);
  });
});

describe('the streak (rule 12.5)', () => {
  it('counts days in a row, today or not yet', async () => {
    const { daily, clock } = await world();
    const streaks: number[] = [];
    for (const day of ['2026-11-29', '2026-11-30', '2026-12-01']) {
      streaks.push((await seen(daily, guest('ana'))).streak);
      streaks.push((await placed(daily, guest('ana'), [1, 2, 3], day)).streak);
      await clock.advance(24 * HOUR);
    }
    expect(streaks).toEqual([0, 1, 1, 2, 2, 3]);
    await clock.advance(24 * HOUR);
    expect((await seen(daily, guest('ana'))).streak).toBe(0);
  });

  it('is not mended by the archive', async () => {
    const { daily, clock } = await world();
    await placed(daily, guest('ana'), [1, 2, 3]);
    await clock.advance(48 * HOUR);
    await placed(daily, guest('ana'), [1, 2, 3], '2026-11-30');
    const { streak, past } = await placed(daily, guest('ana'), [100, 200, 300], '2026-12-01');
    expect(streak).toBe(1);
    expect(past.slice(0, 2).map(({ points }) => points)).toEqual([0, 0]);
  });

  it('goes on beyond what is kept', async () => {
    const { daily, clock } = await world();
    let streak = 0;
    for (let day = 0; day < 45; day++) {
      const { today } = await seen(daily, guest('ana'));
      ({ streak } = await placed(daily, guest('ana'), [1, 2, 3], today));
      await clock.advance(24 * HOUR);
    }
    expect(streak).toBe(45);
    expect((await seen(daily, guest('ana'))).streak).toBe(45);
  });
});

describe('where others placed (rule 12.6)', () => {
  it('is counted for each clue, by all processes together', async () => {
    const { daily, other } = await world();
    await placed(daily, guest('ben'), [100, 200, 300]);
    await placed(other, guest('cleo'), [100, 210, 300]);
    const { result } = await placed(daily, guest('ana'), [100, 200, 301]);
    expect(result).toMatchObject({
      people: 3,
      crowd: [
        [[100, 3]],
        expect.arrayContaining([
          [200, 2],
          [210, 1],
        ]),
        expect.arrayContaining([
          [300, 2],
          [301, 1],
        ]),
      ],
    });
  });

  it('stays when a person is forgotten, without them', async () => {
    const { daily, storage } = await world();
    await placed(daily, named('ana'), [100, 200, 300]);
    expect(await all(daily.of('ana'))).toEqual([[{ day: TODAY, places: [100, 200, 300], points: 9 }]]);
    await all(daily.forget('ana'));
    expect(await all(daily.of('ana'))).toEqual([]);
    const { result } = await placed(daily, guest('ben'), [1, 2, 3]);
    expect(result).toMatchObject({ people: 2, ranks: [] });
    const rows = await storage.entries.after(`daily:${TODAY}`, 0, 10);
    expect(JSON.stringify(rows)).not.toContain('ana');
    expect(new Set(rows.map(({ at }) => at))).toEqual(new Set([Date.UTC(2026, 10, 29)]));
  });

  it('goes with the day when nobody can play it any more', async () => {
    const { daily, storage, clock } = await world();
    await placed(daily, named('ana'), [100, 200, 300]);
    await clock.advance(41 * 24 * HOUR);
    expect(await daily.dropBefore(clock.now() - 40 * 24 * HOUR, 10)).toBe(1);
    expect(await daily.dropBefore(clock.now() - 40 * 24 * HOUR, 10)).toBe(0);
    expect(await storage.entries.last(`daily:${TODAY}`)).toBe(0);
    expect(await storage.documents.list('daily-rank', TODAY, { limit: 10 })).toEqual([]);
  });
});

describe('the table of the day (rule 12.7)', () => {
  it('has those with an account, equal points on one place, fewer steps first', async () => {
    const { daily } = await world();
    await placed(daily, named('far'), [100, 205, 305]);
    await placed(daily, named('near'), [100, 204, 304]);
    await placed(daily, guest('nobody'), [100, 200, 300]);
    const { result } = await placed(daily, named('best'), [100, 200, 301]);
    expect(result!.ranks).toEqual([
      { place: 1, points: 8, name: 'BEST', marker: 1, isMe: true },
      { place: 2, points: 3, name: 'NEAR', marker: 1, isMe: false },
      { place: 2, points: 3, name: 'FAR', marker: 1, isMe: false },
    ]);
  });

  it('has nobody who made an account after placing, though they send again', async () => {
    const { daily } = await world();
    await placed(daily, guest('ana'), [100, 200, 300]);
    expect((await placed(daily, named('ana'), [100, 200, 300])).result!.ranks).toEqual([]);
  });

  it('has whoever sends again because nobody answered, once', async () => {
    const { daily, storage } = await world();
    await placed(daily, named('ana'), [100, 200, 300]);
    await storage.documents.remove('daily-rank', `${TODAY}:ana`);
    for (let sent = 0; sent < 2; sent++)
      expect((await placed(daily, named('ana'), [1, 2, 3])).result!.ranks).toMatchObject([{ points: 9 }]);
  });

  it('has nobody who placed when the day was over, or is gone', async () => {
    const { daily, clock, gone } = await world();
    await placed(daily, named('ben'), [100, 200, 300]);
    gone.add('ben');
    await clock.advance(24 * HOUR);
    expect((await placed(daily, named('ana'), [100, 200, 300])).result!.ranks).toEqual([]);
  });
});
