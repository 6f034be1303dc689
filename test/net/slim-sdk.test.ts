import { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import { Product } from '../harness/product.ts';
import { loadSlimSdk, plainState, type SlimSdk } from '../harness/slim-sdk.ts';
import { until } from '../harness/until.ts';
import { type Seat, Visitor } from '../harness/visitor.ts';

/** Who opens the next socket, and who else gets what comes over it. */
let opening: { readonly visitor: Visitor; readonly twin: Room } | null = null;

/** A socket with the headers that browsers send by themselves. */
class PageSocket extends WebSocket {
  constructor(url: string | URL) {
    if (!opening) throw new Error('nobody opens a socket');
    const { visitor, twin } = opening;
    const { origin } = new URL(visitor.server.url);
    const headers = { Origin: origin, Cookie: visitor.cookie, 'X-Forwarded-For': visitor.from };
    // Node's sockets take more than those of a page.
    super(url, { headers } as unknown as string[]);
    this.addEventListener('message', (event) => hand(twin, event));
  }
}

/** Hands a frame to a room that has no socket of its own. */
function hand(twin: Room, event: MessageEvent): void {
  // The way in is not part of the package's types.
  (twin as unknown as { onMessageCallback(event: MessageEvent): void }).onMessageCallback(event);
}

/** Somebody in a room with the slim SDK, beside whom the whole SDK gets the same frames. */
class Twins {
  readonly room: Room;
  readonly said: unknown[] = [];
  readonly #twin: Room;
  readonly #twinSaid: unknown[] = [];

  private constructor(room: Room, twin: Room) {
    this.room = room;
    this.#twin = twin;
    room.onMessage('*', (...message) => this.said.push(message));
    twin.onMessage('*', (...message) => this.#twinSaid.push(message));
  }

  static async join(visitor: Visitor, seat: Seat): Promise<Twins> {
    const twin = new Room('twin');
    twin.connection = { isOpen: true, send: () => {} } as unknown as Room['connection'];
    opening = { visitor, twin };
    const room = await new slim.Client(visitor.server.url).consumeSeatReservation(seat);
    opening = null;
    const twins = new Twins(room, twin);
    let hasState = false;
    room.onStateChange(() => {
      hasState = true;
    });
    await until(() => hasState, 'the first state');
    return twins;
  }

  /** Sends a command; resolves to null when it was accepted, else to the refusal's code. */
  async say(command: object): Promise<string | null> {
    try {
      await this.room.request('command', { id: nanoid(), command }, { timeout: 5_000 });
      return null;
    } catch (error) {
      const { reason } = error as { reason?: { code: string } };
      if (!reason) throw error;
      return reason.code;
    }
  }

  expectSame(): void {
    expect(plainState(this.room.state)).toEqual(plainState(this.#twin.state));
    expect(this.said).toEqual(this.#twinSaid);
  }
}

let product: Product;
let slim: SlimSdk;
beforeAll(async () => {
  const { WebSocket: original } = globalThis;
  globalThis.WebSocket = PageSocket as typeof WebSocket;
  slim = await loadSlimSdk();
  globalThis.WebSocket = original;
  product = await Product.start({ BOT_PACE: '0' });
});
afterAll(() => product.stop());

const post = async (visitor: Visitor, path: string, body: object) => {
  const answer = await visitor.call(path, { method: 'POST', body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return JSON.parse(answer.text);
};

const CLUES = ['moss', 'lagoon', 'ember', 'velvet', 'gravel', 'brick', 'harbor', 'saffron'];

/** What the rules want from this person now; null for nothing. */
function turnOf({ game, seats }: TableView<GameView>, me: string, turn: number): GameCommand | null {
  const seat = seats.find(({ person }) => person.id === me)?.id;
  if (!game || seat === undefined) return null;
  const isGiver = game.giver === seat;
  if (game.stage === 'clue' && isGiver && game.secret) {
    return { type: 'giveClue', cell: game.secret.card[0], text: CLUES[turn % CLUES.length]! };
  }
  if (game.stage === 'clue2' && isGiver) return { type: 'skipSecondClue' };
  if (game.stage === 'place' && game.queue[0] === seat) return { type: 'placeMarker', cell: turn * 7 };
  return game.stage === 'reveal' ? { type: 'ready' } : null;
}

describe('the slim SDK', () => {
  it('plays a whole game with bots, and sees it as the whole SDK does', async () => {
    const visitor = await Visitor.arrive(product);
    const { code } = await post(visitor, '/api/tables', { visibility: 'private' });
    const ana = await Twins.join(visitor, await visitor.seat(code));
    const table = () => readTable(ana.room.state as WireTable, null);
    expect(await ana.say({ type: 'play', move: { type: 'ready' } })).toBe('not_playing');
    for (let bots = 0; bots < 2; bots++) expect(await ana.say({ type: 'addBot' })).toBeNull();
    expect(
      await ana.say({ type: 'setOptions', options: { timers: 'off', turns: 1, clueCheck: 'off' } }),
    ).toBeNull();
    expect(await ana.say({ type: 'start' })).toBeNull();
    let turn = 0;
    await until(
      async () => {
        ana.expectSame();
        const wire = ana.room.state as WireTable;
        const mine = table().seats.find(({ person }) => person.id === visitor.id)!.id;
        const move = turnOf(readTable(wire, mine), visitor.id, ++turn);
        if (move) await ana.say({ type: 'play', move });
        return table().phase === 'over';
      },
      'the end of the game',
      60_000,
    );
    ana.expectSame();
    expect(table().game?.history.length).toBe(3);
    ana.room.connection.close();
  });

  it('talks in a lobby, and sees it as the whole SDK does', async () => {
    const enter = async (name: string) => {
      const visitor = await Visitor.arrive(product);
      await visitor.call('/api/me', { method: 'PATCH', body: { name } });
      const { reservation } = await post(visitor, '/api/chat/lobby-lobby/seat', { protocol: [1, 1] });
      return Twins.join(visitor, reservation);
    };
    const [ana, ben] = [await enter('Ana Twin'), await enter('Ben Twin')];
    const messages = () => {
      const state = plainState(ben.room.state) as { messages: [string, { text: string }][] };
      return state.messages.map(([, { text }]) => text);
    };
    const write = (who: Twins, text: string) =>
      who.say({ type: 'post', text, replyTo: null, mentions: [], table: null });
    for (let i = 0; i < 60; i++) expect(await write(i % 2 ? ana : ben, `message ${i} 🎨 é`)).toBeNull();
    await until(() => messages().includes('message 59 🎨 é'), 'the last message');
    for (const each of [ana, ben]) each.expectSame();
    // Too much for one frame of a small header, and refused.
    expect(await write(ana, 'x'.repeat(5_000))).toBe('text_too_long');
    expect(await ana.say({ type: 'react', target: 1, emoji: '👍' })).toBeNull();
    await ben.room.leave(false);
    await until(() => plainState(ana.room.state) !== null, 'x');
    ana.expectSame();
  });
});
