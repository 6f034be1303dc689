import { type LocalPresence, matchMaker } from '@colyseus/core';
import { nanoid } from 'nanoid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { roomKey } from '../../server/directory/directory.ts';
import { PERSON_CHANGED } from '../../server/rooms/guard/member.ts';
import { TABLE_ROOM } from '../../server/rooms/table-talk.ts';
import type { GameRoom } from '../../server/rooms/tables/GameRoom.ts';
import { commandId, playerId } from '../../shared/core/ids.ts';
import { err } from '../../shared/core/result.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { EMPTY_TABLE_MS } from '../../shared/table/wake-up.ts';
import { tablesHere } from '../harness/tables.ts';
import { until } from '../harness/until.ts';

let here: Awaited<ReturnType<typeof tablesHere>>;
const originals: Partial<typeof here.directory> = {};
beforeAll(async () => {
  here = await tablesHere();
  Object.assign(originals, here.directory);
});
afterEach(async () => {
  here.heal();
  Object.assign(here.directory, originals);
  for (const { roomId } of await here.rooms()) await here.forget(roomId);
});
afterAll(() => here.stop());

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const away = async () => err({ kind: 'unavailable' as const });
const broken = (): never => {
  throw new Error('bug');
};

/** A table that somebody sits at; everybody's sockets are gone, as after a restart. */
async function leftOpen(...names: string[]): Promise<string> {
  const made = await here.tables.create(here.visitor('owner').person, { visibility: 'private' });
  if (!made.ok) throw new Error(made.error.code);
  for (const name of names) await here.enter(name, made.value.code);
  await here.forget(made.value.code);
  return made.value.code;
}

/** How often tables were opened from their first entry on. */
function countOpenings(): () => number {
  let count = 0;
  here.spoil({
    read: (id, after) => {
      if (after === 0) count++;
      return here.inner.read(id, after);
    },
  });
  return () => count;
}

describe('a table after a restart', () => {
  it('is opened once, whoever asks, and nobody is thrown out again', async () => {
    const codes = [await leftOpen('ana', 'ben'), await leftOpen('cem'), await leftOpen('dan')];
    const openings = countOpenings();
    const find = here.directory.find;
    let asked = 0;
    // Some look into the directory so long that the table is open before they know what it is.
    here.directory.find = async (code) => {
      await pause((asked++ % 4) * 5);
      return find(code);
    };
    const resumed = here.tables.resumeAll();
    const closed: number[] = [];
    const entering = codes.flatMap((code) =>
      ['ana', 'ben', 'cem', 'dan'].map(async (name, index) => {
        await pause(index * 3);
        const { room } = await here.enter(name, code);
        room.onLeave((closeCode) => closed.push(closeCode));
      }),
    );
    await Promise.all([resumed, ...entering]);
    await here.tables.resumeAll();
    expect(openings()).toBe(3);
    expect(closed).toEqual([]);
    expect(await here.rooms()).toHaveLength(3);
  });

  it('is not given back with the one before it, however long that takes', async () => {
    const code = await leftOpen('ana');
    await here.enter('ana', code);
    const { release, claim } = here.open;
    const done: string[] = [];
    here.open.release = async (key) => {
      await pause(50);
      await release(key);
      done.push('given back');
    };
    here.open.claim = (key, quotas) => {
      done.push('taken');
      return claim(key, quotas);
    };
    await here.forget(code);
    await here.enter('ana', code);
    Object.assign(here.open, { release, claim });
    expect(done).toEqual(['given back', 'taken']);
    const key = roomKey(TABLE_ROOM, code);
    expect((await here.open.find([key])).has(key)).toBe(true);
  });

  it('is tried again when the store was away', async () => {
    const code = await leftOpen('ana');
    here.spoil({ read: away });
    const resumed = here.tables.resumeAll();
    await until(() => here.log.lines.includes('a table could not be resumed'), 'the first try');
    here.heal();
    await resumed;
    expect((await here.rooms()).map(({ roomId }) => roomId)).toContain(code);
  });

  it.each([
    ['the journal cannot be read', { read: away }, 'unavailable'],
    ['reading throws', { read: broken }, 'internal'],
    ['nothing can be written', { append: away }, 'unavailable'],
    ['writing throws', { append: broken }, 'internal'],
    ['another owner is faster', { append: async () => err({ kind: 'conflict' as const }) }, 'moved'],
  ])('can be opened at once after %s, and leaves nothing behind until then', async (_what, faults, code) => {
    const table = await leftOpen('ana');
    const { subscriptions } = matchMaker.presence as LocalPresence;
    const before = [here.clock.armed, subscriptions.listenerCount(PERSON_CHANGED)];
    here.spoil(faults);
    const seat = () => here.tables.seat(here.visitor('ana'), table, { wantsSeat: true });
    await expect(seat()).rejects.toThrow(code);
    await expect(Promise.all([seat(), seat()])).rejects.toThrow(code);
    expect([here.clock.armed, subscriptions.listenerCount(PERSON_CHANGED)]).toEqual(before);
    expect(matchMaker.getLocalRoomById(table)).toBeUndefined();
    here.heal();
    const { view } = await here.enter('ana', table);
    await until(() => view().seats[0]?.awaySince === null, 'the seat');
  });

  it.each(['when somebody asks for it', 'when all are resumed'])(
    'does not come back %s if it was closed',
    async (when) => {
      const code = await leftOpen('ana');
      // The process ends between the closing entry and the directory.
      here.directory.remove = async () => {};
      await here.tables.resumeAll();
      await here.clock.advance(EMPTY_TABLE_MS);
      await until(() => !matchMaker.getLocalRoomById(code), 'the table to be closed');
      Object.assign(here.directory, originals);
      expect(await here.directory.find(code)).not.toBeNull();
      if (when.includes('resumed')) await here.tables.resumeAll();
      const no = { ok: false, error: { code: 'no_table' } };
      expect(await here.tables.seat(here.visitor('ana'), code, { wantsSeat: true })).toEqual(no);
      await until(async () => (await here.directory.find(code)) === null, 'the row to go');
      expect(await here.rooms()).toEqual([]);
      expect(await here.tables.seat(here.visitor('ben'), code, { wantsSeat: true })).toEqual(no);
    },
  );

  it('is not confused with a later one of the same code', async () => {
    const code = await leftOpen('ana');
    const old = (await here.directory.find(code))!;
    await here.directory.remove(old);
    const young = here.setupOf(code, 'young');
    expect(await here.directory.add(young)).toBe(true);
    await Promise.all([here.directory.remove(old), here.directory.remove(old)]);
    expect(await here.directory.find(code)).toEqual(young);
    const { view } = await here.enter('ben', code);
    expect(view().seats.map(({ person }) => person.name)).toEqual(['ben']);
    await here.directory.remove(young);
    expect(await here.directory.find(code)).toBeNull();
  });
});

describe('a table that is closing', () => {
  it('is gone for whoever asks meanwhile, and is not opened again', async () => {
    const code = await leftOpen('ana');
    await here.tables.resumeAll();
    const openings = countOpenings();
    const remove = here.directory.remove;
    here.directory.remove = async (setup) => {
      await pause(50);
      return remove(setup);
    };
    void here.clock.advance(EMPTY_TABLE_MS);
    await until(() => !matchMaker.getLocalRoomById(code), 'the closing to begin');
    const seats = await Promise.all(
      ['ana', 'ben'].map((name) => here.tables.seat(here.visitor(name), code, { wantsSeat: true })),
    );
    expect(seats.map((seat) => seat.ok || seat.error.code)).toEqual(['no_table', 'no_table']);
    expect(openings()).toBe(0);
  });

  it('opens again, once, when it was moved: those who come back meet in one room', async () => {
    const code = await leftOpen();
    const [ana, ben] = [await here.enter('ana', code), await here.enter('ben', code)];
    const { matchId } = (await here.directory.find(code))!;
    const last = await here.inner.read(matchId, 0);
    if (!last.ok) throw new Error('unreadable');
    // Another owner writes the next entry.
    const seq = last.value.length + 1;
    const event = { type: 'cameBack', seat: 1 } as never;
    const by = { kind: 'system' } as const;
    await here.inner.append({
      matchId,
      seq,
      commandId: commandId('x'),
      by,
      at: 1,
      version: 1,
      events: [event],
    });
    const back: Promise<Awaited<ReturnType<typeof here.enter>>>[] = [];
    const codes: number[] = [];
    for (const [name, { room }] of Object.entries({ ana, ben })) {
      room.onLeave((closed) => {
        codes.push(closed);
        back.push(here.enter(name, code));
      });
    }
    await expect(
      ana.room.request('command', { id: nanoid(), command: { type: 'addBot' } }),
    ).rejects.toThrow();
    await until(() => back.length === 2, 'both to be sent away');
    const views = (await Promise.all(back)).map(({ view }) => view);
    expect(codes).toEqual([CLOSE.moved, CLOSE.moved]);
    await until(
      () => views.every((view) => view().seats.every(({ awaySince }) => awaySince === null)),
      'both',
    );
    expect(await here.rooms()).toHaveLength(1);
  });

  it('tells its own talk how things are, also when it slept, and no other one', async () => {
    const code = await leftOpen('ana');
    const { matchId } = (await here.directory.find(code))!;
    const ana = here.visitor('ana').person.id;
    expect(await here.tables.talkInfo(code, 'talk-older-table')).toBeNull();
    await here.forget(code);
    expect(await here.tables.talkInfo(code, `talk-${matchId}`)).toMatchObject({ members: [ana] });
    expect(await here.tables.talkInfo('NONE', `talk-${matchId}`)).toBeNull();
  });

  it('is not made twice when it is not in the directory any more', async () => {
    const code = await leftOpen();
    const { view } = await here.enter('ana', code);
    const openings = countOpenings();
    await here.open.release(roomKey(TABLE_ROOM, code));
    await here.enter('ben', code);
    await until(() => view().seats.length === 2, 'both at one table');
    expect([openings(), (await here.rooms()).length]).toEqual([0, 1]);
  });
});

describe('a new table', () => {
  it.each([
    ['nothing can be written', { append: away }],
    ['writing throws', { append: broken }],
    ['reading throws', { read: broken }],
  ])('is promised only when it is open: %s', async (_what, faults) => {
    const [rows, talks] = [(await here.directory.all()).length, here.talks.size];
    here.spoil(faults);
    const owner = here.visitor('owner').person;
    const made = await here.tables.create(owner, { visibility: 'private' });
    expect(made).toEqual({ ok: false, error: { code: 'unavailable' } });
    await until(async () => (await here.directory.all()).length === rows, 'the row to go');
    expect([here.talks.size, await here.rooms()]).toEqual([talks, []]);
    here.heal();
    const again = await here.tables.create(owner, { visibility: 'private' });
    if (!again.ok) throw new Error(again.error.code);
    const { view } = await here.enter('ana', again.value.code);
    expect(view().phase).toBe('waiting');
  });
});

describe('what a room itself has to say', () => {
  async function table(...names: string[]) {
    const code = await leftOpen();
    const people = [];
    for (const name of names) people.push(await here.enter(name, code));
    return { code, people, view: people[0]!.view };
  }

  it('is not lost while nothing can be written: who went away is away, and the table closes', async () => {
    const { code, people } = await table('ana', 'ben');
    here.spoil({ append: away });
    await Promise.all(people.map(({ room }) => room.leave(false)));
    const room = here.roomOf(code);
    await until(() => room.clients.length === 0, 'the room to be empty');
    await here.clock.advance(60_000);
    here.heal();
    await here.clock.advance(10_000);
    await here.clock.advance(EMPTY_TABLE_MS);
    await until(() => !matchMaker.getLocalRoomById(code), 'the table to be closed');
  });

  it('is what is true in the end: who left and came back meanwhile is here', async () => {
    const { code, people, view } = await table('ana', 'ben');
    here.spoil({ append: away });
    await people[1]!.room.leave(false);
    const again = await here.enter('ben', code);
    await again.room.leave(false);
    await here.enter('ben', code);
    here.heal();
    await here.clock.advance(20_000);
    expect(view().seats.map(({ awaySince }) => awaySince)).toEqual([null, null]);
    await people[0]!.room.request('clock', {});
  });

  it('seats who came while nothing could be written, under the name they took meanwhile', async () => {
    const { code, view } = await table('ana');
    here.spoil({ append: away });
    await here.enter('ben', code);
    const { person } = here.visitor('ben');
    here.topics.publish(PERSON_CHANGED, { ...person, id: playerId(person.id), name: 'Benno', isNamed: true });
    here.heal();
    await here.clock.advance(20_000);
    await until(() => view().seats[1]?.person.name === 'Benno', 'the seat');
  });
});

it('lets nobody in who was sent away since the seat was promised, to look on neither', async () => {
  const made = await here.tables.create(here.visitor('owner').person, { visibility: 'private' });
  if (!made.ok) throw new Error(made.error.code);
  const { code } = made.value;
  const { view } = await here.enter('ana', code);
  const wish = { wantsSeat: true, isScreen: false };
  for (const isScreen of [false, true]) {
    const seat = await here.tables.seat(here.visitor(`ben ${isScreen}`), code, { ...wish, isScreen });
    if (!seat.ok) throw new Error(seat.error.code);
    const player = here.visitor(`ben ${isScreen}`).person.id;
    expect(await (here.roomOf(code) as GameRoom).operate({ type: 'expel', player })).toBeNull();
    await expect(here.join(seat.value)).rejects.toThrow('kicked');
  }
  expect(view().seats.map(({ person }) => person.name)).toEqual(['ana']);
});

it('lets nobody in while it ends, and ends though somebody has a ticket', async () => {
  const made = await here.tables.create(here.visitor('owner').person, { visibility: 'private' });
  if (!made.ok) throw new Error(made.error.code);
  const { code } = made.value;
  await here.enter('ana', code);
  const seat = await here.tables.seat(here.visitor('ben'), code, { wantsSeat: true });
  if (!seat.ok) throw new Error(seat.error.code);
  // Until the last one is out the room is on its way.
  const { promise: isOut, resolve: letOut } = Promise.withResolvers<void>();
  const room = here.roomOf(code) as GameRoom;
  room.onExit = () => isOut;
  const ended = room.disconnect(CLOSE.moved);
  await expect(here.join(seat.value)).rejects.toThrow('moved');
  letOut();
  await ended;
  expect(here.roomOf(code)).toBeUndefined();
});
