import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import type { Room } from '@colyseus/sdk';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { hostedColorClues } from '../../server/games/color-clues/hosted.ts';
import type { GameState } from '../../server/games/color-clues/schema.ts';
import type { GameRoom } from '../../server/rooms/tables/GameRoom.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { TableView } from '../../shared/table/types.ts';
import { tablesHere } from '../harness/tables.ts';

/** Whose views were built. */
let viewers: string[] = [];
const rules: typeof colorClues = {
  ...colorClues,
  view(state, viewer) {
    viewers.push(viewer.kind === 'seat' ? `seat ${viewer.seat}` : 'everybody');
    return colorClues.view(state, viewer);
  },
};

let here: Awaited<ReturnType<typeof tablesHere>>;
beforeAll(async () => {
  here = await tablesHere({ hosted: [{ ...hostedColorClues, rules }] });
});
afterAll(() => here.stop());

/** A public table of three people, where the giver has given a clue; the next in turn places the first marker. */
async function firstBet(names = ['ana', 'ben', 'cem']) {
  const made = await here.tables.create(here.visitor(names[0]!).person, { visibility: 'public' });
  if (!made.ok) throw new Error(made.error.code);
  const { code } = made.value;
  const people: { readonly id: string; readonly room: Room; view(): TableView<unknown> }[] = [];
  for (const name of names) people.push({ id: `p-${name}`, ...(await here.enter(name, code)) });
  let serial = 0;
  const play = (seat: number, command: object) => {
    const { person } = people[0]!.view().seats.find(({ id }) => id === seat)!;
    const id = `test-work-${++serial}`;
    return people.find((one) => one.id === person.id)!.room.request('command', { id, command });
  };
  await play(people[0]!.view().host!, { type: 'start' });
  const { game } = here.roomOf(code).state as { readonly game: GameState };
  const [cell] = game.secret!.card;
  await play(game.giver, { type: 'play', move: { type: 'giveClue', cell, text: 'moss' } });
  return {
    code,
    room: here.roomOf(code),
    leave: (person: number) =>
      people[person]!.room.request('command', { id: `test-leave-${++serial}`, command: { type: 'leave' } }),
    bet: () =>
      play(game.queue.charCodeAt(game.queueDone), { type: 'play', move: { type: 'placeMarker', cell } }),
  };
}

it('a move asks the store once, is looked at once for all, and is news to neither list nor talk', async () => {
  const { room, bet } = await firstBet();
  let appended = 0;
  here.spoil({
    append: (entry) => {
      appended++;
      return here.inner.append(entry);
    },
  });
  onTestFinished(() => void here.heal());
  const listed = vi.spyOn(room, 'setMatchmaking');
  const told = vi.spyOn(here.topics, 'publish');
  const { _serializer: serializer } = room as unknown as {
    readonly _serializer: { applyPatches(): boolean };
  };
  const patched = vi.spyOn(serializer, 'applyPatches');
  viewers = [];
  await bet();
  expect([appended, patched.mock.calls.length]).toEqual([1, 1]);
  expect(viewers).toEqual(['everybody']);
  expect([listed.mock.calls, told.mock.calls]).toEqual([[], []]);
});

it('a game that is over is known to its table: nobody need read it', async () => {
  const { bet, leave } = await firstBet(['eva', 'flo', 'gus']);
  await bet();
  here.finished.length = 0;
  for (const person of [2, 1, 0]) await leave(person);
  expect(here.finished).toMatchObject([
    { number: 1, game: 'color-clues', people: ['p-eva', 'p-flo', 'p-gus'], isOfRivals: true },
  ]);
});

it('others wait for whoever plays, while there is a game, and for nobody who watches', async () => {
  const { code, room } = await firstBet();
  await here.enter('dan', code);
  const isAwaited = (name: string) => (room as unknown as GameRoom).isAwaited(`p-${name}`);
  expect(['ana', 'ben', 'cem', 'dan'].map(isAwaited)).toEqual([true, true, true, false]);
  const other = await here.tables.create(here.visitor('eva').person, { visibility: 'public' });
  if (!other.ok) throw new Error(other.error.code);
  await here.enter('eva', other.value.code);
  expect((here.roomOf(other.value.code) as unknown as GameRoom).isAwaited('p-eva')).toBe(false);
});

it('everybody hears of a move in one write, its answer included', async () => {
  const { room, bet } = await firstBet();
  const writes = Array.from(room.clients, ({ ref }) => {
    const { _socket: stream } = ref as unknown as { readonly _socket: Duplex };
    const [one, many] = [vi.spyOn(stream, '_write'), vi.spyOn(stream, '_writev' as '_write')];
    return () => one.mock.calls.length + many.mock.calls.length;
  });
  await bet();
  expect(writes.map((count) => count())).toEqual([1, 1, 1]);
});

it('sockets have no functions of their own for what is the same for all, and no more listeners than must be', async () => {
  const { room } = await firstBet(['eve', 'fay', 'gus']);
  const [one, other] = room.clients.map(({ ref }) => ref as EventEmitter);
  for (const event of ['error', 'pong']) {
    expect(one!.rawListeners(event)).toHaveLength(1);
    expect(one!.rawListeners(event)[0]).toBe(other!.rawListeners(event)[0]);
  }
  // The framework's, and that of `ws`: with the third one Node makes a list for nineteen.
  expect(one!.listenerCount('close')).toBe(2);
});

it('V8 finds the fields of what every move meets without a search', async () => {
  const { room, bet } = await firstBet(['fay', 'gus', 'hal']);
  await bet();
  setFlagsFromString('--allow-natives-syntax');
  const isFast = new Function('object', 'return %HasFastProperties(object)') as (object: unknown) => boolean;
  const { _serializer: serializer } = room as unknown as {
    readonly _serializer: { readonly encoder: object };
  };
  const sockets = Array.from(room.clients, ({ ref }) => ref);
  const met = [...room.clients, ...sockets, serializer, serializer.encoder];
  expect(met.map(isFast)).toEqual(met.map(() => true));
  expect(isFast(Object.create(null))).toBe(false);
  // Whoever gives has been shown a secret, and whoever made the table has asked for more than the others.
  const isAlike = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
    ...objects: object[]
  ) => boolean;
  const [first, ...others] = room.clients as Iterable<object>;
  expect(others.map((other) => isAlike(first!, other))).toEqual(others.map(() => true));
  expect(isAlike({ one: 1, other: 2 }, { other: 2, one: 1 })).toBe(false);
});
