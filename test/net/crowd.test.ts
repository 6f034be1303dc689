import type { Duplex } from 'node:stream';
import type { Room as ServerRoom } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CROWD_SOCKETS } from '../../server/rooms/guard/SafeRoom.ts';
import { socketOf } from '../../server/rooms/guard/screening.ts';
import type { GameRoom } from '../../server/rooms/tables/GameRoom.ts';
import { playerId } from '../../shared/core/ids.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { tablesHere } from '../harness/tables.ts';
import { until } from '../harness/until.ts';

/** How long those who watch in a crowd may be behind, ms. */
const CROWD_MS = 500;

let here: Awaited<ReturnType<typeof tablesHere>>;
beforeAll(async () => {
  here = await tablesHere();
});
afterAll(() => here.stop());

/** Somebody at a table. */
interface Onlooker {
  readonly id: string;
  readonly room: Room;
  /** The language of the table after each patch. */
  readonly seen: string[];
  /** How often the server wrote to this socket since it was asked the last time. */
  writes(): number;
}

/** The first byte of a frame with a message, in what is handed to a stream: asking whether somebody is there is none. */
const DATA = 0x82;
const isData = (written: unknown): boolean => {
  const [bytes] = Array.isArray(written) ? written : [written];
  // Node puts what is written together in the place of what holds it.
  return (bytes.chunk ?? bytes)[0] === DATA;
};

let tables = 0;

/** A table with its host, who alone has a seat, and so many who watch, a quiet time after the last of them came. */
async function tableWith(watchers: number) {
  const name = `crowd-${++tables}`;
  const made = await here.tables.create(here.visitor(`${name}-host`).person, { visibility: 'public' });
  if (!made.ok) throw new Error(made.error.code);
  const { code } = made.value;
  const served = here.roomOf(code) as ServerRoom & GameRoom;
  const join = async (who: string, wantsSeat = false): Promise<Onlooker> => {
    const seat = await here.tables.seat(here.visitor(`${name}-${who}`), code, { wantsSeat });
    if (!seat.ok) throw new Error(seat.error.code);
    const { room, view } = await here.join(seat.value);
    const seen: string[] = [];
    room.onStateChange(() => seen.push(view().language));
    const { ref } = served.clients.getById(room.sessionId)!;
    const { _socket: stream } = ref as unknown as { readonly _socket: Duplex };
    const spies = [vi.spyOn(stream, '_write'), vi.spyOn(stream, '_writev' as '_write')];
    const writes = () => {
      const count = spies.flatMap(({ mock }) => mock.calls).filter(([written]) => isData(written)).length;
      for (const spy of spies) spy.mockClear();
      return count;
    };
    return { id: `p-${name}-${who}`, room: room as unknown as Room, seen, writes };
  };
  const host = await join('host', true);
  let serial = 0;
  const ask = (who: Onlooker, command: object) =>
    who.room.request('command', { id: `${name}-${++serial}`, command });
  // So that nobody else is given a seat while nothing is played.
  await ask(host, { type: 'setLock', isLocked: true });
  const crowd: Onlooker[] = [];
  for (let number = 0; number < watchers; number++) crowd.push(await join(`${number}`));
  /** The time goes on until nothing is held back any more, and whatever comes next is the first after a quiet time. */
  const quiet = async () => {
    await here.clock.advance(2 * CROWD_MS);
    await Promise.all([host, ...crowd].map(({ room }) => room.request('clock', {})));
    for (const each of [host, ...crowd]) {
      each.seen.length = 0;
      each.writes();
    }
  };
  await quiet();
  return {
    served,
    host,
    crowd,
    join,
    ask,
    quiet,
    say: (language: string) => ask(host, { type: 'setLanguage', language }),
  };
}

const writesOf = (people: readonly Onlooker[]): number[] => [...new Set(people.map((each) => each.writes()))];
/** Resolves when all have seen so many patches; then what each of them saw must be the same. */
async function seenBy(people: readonly Onlooker[], count: number): Promise<string[]> {
  await until(() => people.every(({ seen }) => seen.length >= count), `${count} patches`);
  for (const { seen } of people) expect(seen).toEqual(people[0]!.seen);
  return people[0]!.seen;
}

it('a crowd that watches gets what follows a change soon in one write, nothing lost, doubled or out of order', async () => {
  const { host, crowd, say } = await tableWith(CROWD_SOCKETS);
  await say('de');
  // The first one after a quiet time.
  expect(writesOf(crowd)).toEqual([1]);
  await say('fr');
  await say('es');
  await say('pt');
  expect(writesOf(crowd)).toEqual([0]);
  // Whoever plays waits for nothing.
  expect(host.seen).toEqual(['de', 'fr', 'es', 'pt']);
  expect(host.writes()).toBe(4);
  await here.clock.advance(CROWD_MS - 1);
  expect(writesOf(crowd)).toEqual([0]);
  await here.clock.advance(1);
  expect(writesOf(crowd)).toEqual([1]);
  expect(await seenBy(crowd, 4)).toEqual(['de', 'fr', 'es', 'pt']);
  // Twice a second at the most, however much happens.
  await say('ja');
  expect(writesOf(crowd)).toEqual([0]);
  await here.clock.advance(CROWD_MS);
  expect(writesOf(crowd)).toEqual([1]);
  expect(await seenBy(crowd, 5)).toEqual(['de', 'fr', 'es', 'pt', 'ja']);
});

it('what happens seldom is told at once, however many watch', async () => {
  const { crowd, say } = await tableWith(CROWD_SOCKETS);
  for (const language of ['de', 'fr', 'es']) {
    await say(language);
    expect(writesOf(crowd)).toEqual([1]);
    await here.clock.advance(CROWD_MS);
    expect(writesOf(crowd)).toEqual([0]);
  }
  expect(await seenBy(crowd, 3)).toEqual(['de', 'fr', 'es']);
});

it('whoever comes in between sees all of it at once, and hears of none of it again', async () => {
  const { crowd, join, say } = await tableWith(CROWD_SOCKETS);
  await say('de');
  await say('fr');
  const late = await join('late');
  expect((late.room.state as { readonly language: string }).language).toBe('fr');
  late.seen.length = 0;
  await say('es');
  await here.clock.advance(CROWD_MS);
  expect(await seenBy(crowd, 3)).toEqual(['de', 'fr', 'es']);
  expect(await seenBy([late], 1)).toEqual(['es']);
});

it('an answer brings what was held back before it, in the same write', async () => {
  const { crowd, say } = await tableWith(CROWD_SOCKETS);
  const [asking, ...others] = crowd as [Onlooker, ...Onlooker[]];
  await say('de');
  await say('fr');
  writesOf(crowd);
  await asking.room.request('clock', {});
  expect(asking.seen).toEqual(['de', 'fr']);
  expect(asking.writes()).toBe(1);
  await say('es');
  await here.clock.advance(CROWD_MS);
  expect(writesOf(crowd)).toEqual([1]);
  expect(await seenBy([asking, ...others], 3)).toEqual(['de', 'fr', 'es']);
});

it('who sits down waits no more', async () => {
  const { host, crowd, ask, say, quiet } = await tableWith(CROWD_SOCKETS + 1);
  const [player, ...others] = crowd as [Onlooker, ...Onlooker[]];
  await ask(host, { type: 'setLock', isLocked: false });
  await ask(player, { type: 'sit' });
  await quiet();
  await say('de');
  await say('fr');
  expect(player.writes()).toBe(2);
  expect(writesOf(others)).toEqual([1]);
  await here.clock.advance(CROWD_MS);
  expect(await seenBy(crowd, 2)).toEqual(['de', 'fr']);
});

it('who sits down while something is held back hears of it once, and at once', async () => {
  const { host, crowd, ask, say, quiet } = await tableWith(CROWD_SOCKETS + 1);
  // Told after one who watches: by then what follows is held back, too.
  const player = crowd[1]!;
  await ask(host, { type: 'setLock', isLocked: false });
  await quiet();
  await say('de');
  await say('fr');
  await ask(player, { type: 'sit' });
  expect(await seenBy([player], 3)).toEqual(['de', 'fr', 'fr']);
  await here.clock.advance(CROWD_MS);
  expect(await seenBy(crowd, 3)).toEqual(['de', 'fr', 'fr']);
});

it('who is sent away, cut off, or whose room closes gets what was held back, then the end', async () => {
  const { served, crowd, say } = await tableWith(CROWD_SOCKETS + 10);
  const codes = new Map<Onlooker, number>();
  for (const each of crowd) each.room.onLeave((code) => codes.set(each, code));
  const [banned, cut, ...others] = crowd as [Onlooker, Onlooker, ...Onlooker[]];
  await say('de');
  await say('fr');
  socketOf(served.clients.getById(cut.room.sessionId)!).terminate();
  await served.operate({ type: 'expel', player: playerId(banned.id) });
  await until(() => codes.has(banned), 'the end of who was sent away');
  expect(codes.get(banned)).toBe(CLOSE.kicked);
  expect(banned.seen.slice(0, 2)).toEqual(['de', 'fr']);
  expect(cut.seen).toEqual(['de']);
  expect(others[0]!.seen).toEqual(['de']);
  served.giveUp();
  await until(() => others.every((each) => codes.has(each)), 'the end of all');
  expect(new Set(others.map((each) => codes.get(each)))).toEqual(new Set([CLOSE.moved]));
  for (const { seen } of others) expect(seen.slice(0, 2)).toEqual(['de', 'fr']);
  expect(here.log.lines).not.toContain('error in a room');
});

it('where fewer watch, everybody is told at once again, after what was held back', async () => {
  const { served, crowd, say } = await tableWith(CROWD_SOCKETS);
  await say('de');
  await say('fr');
  const staying = crowd.slice(2);
  for (const { room } of crowd.slice(0, 2)) await room.leave();
  await until(() => served.clients.length === CROWD_SOCKETS - 1, 'two to have left');
  await say('es');
  expect(await seenBy(staying, 3)).toEqual(['de', 'fr', 'es']);
  await say('pt');
  expect(await seenBy(staying, 4)).toEqual(['de', 'fr', 'es', 'pt']);
  writesOf(staying);
  await here.clock.advance(CROWD_MS);
  expect(writesOf(staying)).toEqual([0]);
});
