import { Protocol } from '@colyseus/core';
import { type Decoder, decode, Reflection } from '@colyseus/schema';
import { unpack } from 'msgpackr';
import type { SeatId } from '../../shared/core/ids.ts';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import type { RawSocket } from './raw-ws.ts';
import { until } from './until.ts';
import { answerTo, ask, patientlyAsked, Visitor } from './visitor.ts';

/** A person at a table over a real socket, who sees every byte and decodes it with the real decoder. */
export class TableClient {
  readonly visitor: Visitor;
  readonly socket: RawSocket;
  /** How long an answer may take, ms. */
  patienceMs = 40_000;
  #decoder: Decoder | null = null;
  #read = 0;
  #asked = 0;
  #serial = 0;

  private constructor(visitor: Visitor, socket: RawSocket) {
    this.visitor = visitor;
    this.socket = socket;
  }

  static async join(visitor: Visitor, code: string): Promise<TableClient> {
    const client = new TableClient(visitor, await visitor.join(code));
    await until(() => client.view !== null, 'the first state');
    return client;
  }

  /** Everything that carries state: the first full one and all patches. */
  get stateFrames(): Buffer[] {
    return this.socket.frames.filter(
      ([code]) => code === Protocol.ROOM_STATE || code === Protocol.ROOM_STATE_PATCH,
    );
  }

  /** What the frames so far decode to; null before the first state. */
  get view(): TableView<GameView> | null {
    this.#decode();
    const state = this.#decoder?.state as unknown as WireTable<WireGame> | undefined;
    return state && state.epochMs > 0 ? readTable(state, seatIn(state, this.visitor.id), readGame) : null;
  }

  /** What the wire itself gave away of the secret, whatever a well-behaved client would show: cells, target last. */
  get secretOnTheWire(): number[] {
    this.#decode();
    const secret = (this.#decoder?.state as unknown as WireTable<WireGame> | undefined)?.game?.secret;
    if (!secret) return [];
    const cells: number[] = [];
    secret.card.forEach((cell) => {
      cells.push(cell);
    });
    return [...cells, secret.target];
  }

  /** Hidden markers that the wire itself gave away, whatever a well-behaved client would show: seat and cell. */
  get laidOnTheWire(): [number, number][] {
    this.#decode();
    const found: [number, number][] = [];
    const state = this.#decoder?.state as unknown as WireTable<WireGame> | undefined;
    state?.game?.laid?.forEach(({ cell }, seat) => {
      found.push([Number(seat), cell]);
    });
    return found;
  }

  get table(): TableView<GameView> {
    const { view } = this;
    if (!view) throw new Error('no state yet');
    return view;
  }

  get game(): GameView {
    const { game } = this.table;
    if (!game) throw new Error('no game yet');
    return game;
  }

  get seat(): SeatId | null {
    return this.table.seats.find(({ person }) => person.id === this.visitor.id)?.id ?? null;
  }

  /** Sends a command; resolves to null when it was accepted, else to the refusal's code. */
  async say(command: unknown, id = `test-${++this.#serial}-${this.visitor.id}`): Promise<string | null> {
    return this.send('command', { id, command });
  }

  play(move: GameCommand): Promise<string | null> {
    return this.say({ type: 'play', move });
  }

  /** Sends any request; resolves to null when it was answered, else to the refusal's code, or `error`. */
  async send(type: string, payload: unknown): Promise<string | null> {
    const id = this.#asked++ % 100;
    const isOld = (frame: Buffer) => frame[0] === Protocol.ROOM_RESPONSE && frame[1] === id;
    for (let i = this.socket.frames.length - 1; i >= 0; i--) {
      if (isOld(this.socket.frames[i]!)) this.socket.frames[i]![1] = 255;
    }
    await this.socket.send(ask(id, type, payload));
    const { status } = await answerTo(this.socket, id, this.patienceMs);
    if (status === 0) return null;
    const frame = this.socket.frames.find(isOld)!;
    const reason: unknown = status === 1 ? unpack(frame.subarray(3)) : null;
    return (reason as { code?: string } | null)?.code ?? 'error';
  }

  /** Waits until the decoded table is as wanted. */
  until(isAsWanted: (view: TableView<GameView>) => boolean, what: string, ms?: number): Promise<void> {
    return until(() => this.view !== null && isAsWanted(this.table), what, ms);
  }

  #decode(): void {
    for (; this.#read < this.socket.frames.length; this.#read++) {
      const frame = this.socket.frames[this.#read]!;
      if (frame[0] === Protocol.JOIN_ROOM) this.#decoder = Reflection.decode(reflectionIn(frame));
      else if (frame[0] === Protocol.ROOM_STATE || frame[0] === Protocol.ROOM_STATE_PATCH) {
        this.#decoder?.decode(frame, { offset: 1 });
      }
    }
  }
}

/** The description of the state's classes inside the welcome: token, serializer, then length and bytes. */
export function reflectionIn(frame: Buffer): Buffer {
  const it = { offset: 1 };
  for (let text = 0; text < 2; text++) it.offset += 1 + frame[it.offset]!;
  const length = decode.number(frame, it);
  return frame.subarray(it.offset, it.offset + length);
}

function seatIn(state: WireTable, player: string): SeatId | null {
  let mine: number | null = null;
  state.seats.forEach((seat, key) => {
    if (!seat.isBot && seat.playerId === player) mine = Number(key);
  });
  return mine as SeatId | null;
}

/** Makes a private table for somebody and seats everybody at it, in order. */
export async function tableOf(
  server: Visitor['server'],
  people: number,
): Promise<{ code: string; clients: TableClient[] }> {
  const visitors: Visitor[] = [];
  for (let i = 0; i < people; i++) visitors.push(await Visitor.arrive(server));
  const wish = { method: 'POST', body: { visibility: 'private' } };
  const made = await patientlyAsked(() => visitors[0]!.call('/api/tables', wish));
  const { code } = JSON.parse(made.text) as { code: string };
  const clients = [];
  for (const visitor of visitors) clients.push(await TableClient.join(visitor, code));
  return { code, clients };
}
