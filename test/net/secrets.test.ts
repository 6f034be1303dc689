import { Protocol } from '@colyseus/core';
import { type Decoder, Reflection } from '@colyseus/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SafeRoom } from '../../server/rooms/guard/SafeRoom.ts';
import type { TableSchema } from '../../server/schema/table-schema.ts';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';
import { type Deal, HANDS_ROUNDS } from '../harness/hands-game.ts';
import { handsAbout, handsOnTheWire, hostedHands, type WireHands } from '../harness/hands-hosted.ts';
import { RawSocket } from '../harness/raw-ws.ts';
import { reflectionIn } from '../harness/table-client.ts';
import { tablesHere } from '../harness/tables.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, READY } from '../harness/visitor.ts';

const SEATS = [seatId(1), seatId(2), seatId(3)];

let here: Awaited<ReturnType<typeof tablesHere>>;
let deal: Deal = () => [];
beforeAll(async () => {
  const hosted = [hostedHands((seat) => deal(seat))];
  here = await tablesHere({ hosted, games: [handsAbout] });
});
afterAll(() => here.stop());

/** Somebody on a real socket, with every byte of state that came. */
class Person {
  readonly #socket: RawSocket;
  #asked = 0;

  constructor(socket: RawSocket) {
    this.#socket = socket;
  }

  static async enter(name: string, code: string, wantsSeat: boolean, isScreen = false): Promise<Person> {
    const seat = await here.tables.seat(here.visitor(name), code, { wantsSeat, isScreen });
    if (!seat.ok) throw new Error(seat.error.code);
    const { processId, roomId, sessionId } = seat.value.reservation;
    const path = `/${processId}/${roomId}?sessionId=${sessionId}`;
    const socket = await RawSocket.open(here.url, { path });
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    await socket.send(READY);
    await socket.frame((frame) => frame[0] === Protocol.ROOM_STATE, 'the state');
    return new Person(socket);
  }

  /** Every frame that carries state, in order. */
  get stream(): string[] {
    return this.#socket.frames
      .filter(([code]) => code === Protocol.ROOM_STATE || code === Protocol.ROOM_STATE_PATCH)
      .map((frame) => frame.toString('hex'));
  }

  /** The hands that a decoder finds in them, whatever a well-behaved client would show. */
  get hands(): [SeatId, number[]][] {
    const welcome = this.#socket.frames.find(([code]) => code === Protocol.JOIN_ROOM)!;
    const decoder: Decoder = Reflection.decode(reflectionIn(welcome));
    for (const frame of this.stream) decoder.decode(Buffer.from(frame, 'hex'), { offset: 1 });
    const { game } = decoder.state as unknown as WireTable<WireHands>;
    return game ? handsOnTheWire(game) : [];
  }

  async say(command: object): Promise<void> {
    const id = this.#asked++;
    await this.#socket.send(ask(id, 'command', { id: `hands-wish-${++wishes}`, command }));
    expect(await answerTo(this.#socket, id)).toMatchObject({ status: 0 });
  }

  /** Waits for everything that was on its way. */
  async flush(): Promise<void> {
    const id = this.#asked++;
    await this.#socket.send(ask(id, 'clock', {}));
    await answerTo(this.#socket, id);
  }

  play(type: 'draw' | 'ready'): Promise<void> {
    return this.say({ type: 'play', move: { type } });
  }

  leave(): void {
    this.#socket.cut();
  }
}

const room = () => here.roomOf('HAHA') as unknown as SafeRoom<TableSchema>;
/** Who has a view of their own on the server; everybody else rides the buffer that all share. */
const viewers = (): unknown[] =>
  [...room().clients]
    .filter(({ view }) => view !== undefined)
    .map(({ auth }) => auth.person.id)
    .sort();
const SCREEN = 'screen';
let worlds = 0;
let wishes = 0;
let tests = 0;
/** Everybody at the table: three with a seat and one who watches. In each test others, whose budgets are fresh. */
let seated: string[];
let watcher: string;
beforeEach(() => {
  tests++;
  seated = SEATS.map((seat) => `seat-${seat}-${tests}`);
  watcher = `watcher-${tests}`;
});

/** What a seat holds, from the first time on that it gets something (0). */
type Hands = (seat: SeatId, time: number) => readonly number[];

/**
 * A game from its start to its end: three rounds, somebody who only watches, somebody whose page is loaded again, and
 * between all that hands that are drawn again. Gives back what everybody got, and what was read of it in each round.
 */
async function world(hands: Hands, draws: (seat: SeatId) => number = () => 1) {
  const times = new Map<SeatId, number>();
  deal = (seat) => {
    const time = times.get(seat) ?? 0;
    times.set(seat, time + 1);
    return hands(seat, time);
  };
  const setup = here.setupOf('HAHA', `hands-${++worlds}`);
  await here.directory.add(setup);
  const streams = new Map<string, string[]>();
  const people = new Map<string, Person>();
  const person = (name: string) => people.get(name)!;
  const enter = async (name: string) => {
    people.set(name, await Person.enter(name, setup.code, name !== watcher));
    await person(name).flush();
  };
  const note = async (name: string) => {
    await person(name).flush();
    streams.set(name, [...(streams.get(name) ?? []), ...person(name).stream]);
  };
  for (const name of seated) await enter(name);
  await person(seated[0]!).say({ type: 'start' });
  await enter(watcher);
  // In the browser of somebody who has a seat and its secret.
  people.set(SCREEN, await Person.enter(seated[0]!, setup.code, false, true));
  const seen: string[][] = [];
  for (let round = 1; round <= HANDS_ROUNDS; round++) {
    for (const [i, seat] of SEATS.entries())
      for (let draw = 0; draw < draws(seat); draw++) await person(seated[i]!).play('draw');
    for (const each of people.values()) await each.flush();
    seen.push(seated.map((name) => JSON.stringify(person(name).hands)));
    for (const name of [watcher, SCREEN]) expect(person(name).hands).toEqual([]);
    expect(room().state.seats.get('1')!.awaySince).toBe(0);
    expect(viewers()).toEqual(seated.map((name) => `p-${name}`));
    if (round === 2) {
      await note(seated[1]!);
      person(seated[1]!).leave();
      await until(() => room().state.seats.get('2')!.awaySince > 0, 'them to be away');
      await enter(seated[1]!);
    }
    for (const name of seated) await person(name).play('ready');
  }
  for (const name of people.keys()) await note(name);
  expect(viewers()).toEqual([]);
  await here.forget(setup.code);
  await here.directory.remove(setup);
  return { streams, seen };
}

/** Different for every seat and time. */
const plain: Hands = (seat, time) => [seat * 70_000 + time, 1_000_000 + seat];

const others = ({ streams }: Awaited<ReturnType<typeof world>>, seat: SeatId) =>
  [...streams].filter(([name]) => name !== seated[seat - 1]);

describe('secrets of all seats at once', () => {
  it('reach their own seat alone, a new one each round', async () => {
    const { seen } = await world(plain);
    const drawn = (time: number) => SEATS.map((seat) => JSON.stringify([[seat, plain(seat, time)]]));
    expect(seen).toEqual([drawn(1), drawn(3), drawn(5)]);
  });

  it('are not on a screen for a room: it gets, byte for byte, what whoever watches gets (rule 11.7)', async () => {
    const { streams } = await world(plain);
    expect(streams.get(SCREEN)).toEqual(streams.get(watcher));
    expect(streams.get(SCREEN)!.length).toBeGreaterThan(5);
  });

  it.each(SEATS)('of seat %i change no byte of what anybody else gets', async (seat) => {
    const before = await world(plain);
    const after = await world((each, time) => (each === seat ? [9, 3_000_000 + time, 7] : plain(each, time)));
    expect(others(after, seat)).toEqual(others(before, seat));
    expect(after.streams).not.toEqual(before.streams);
  });

  it.each(SEATS)('of seat %i are drawn again without a byte to anybody else', async (seat) => {
    const once = await world(plain);
    const often = await world(plain, (each) => (each === seat ? 4 : 1));
    expect(others(often, seat)).toEqual(others(once, seat));
    expect(often.streams).not.toEqual(once.streams);
  });
});
