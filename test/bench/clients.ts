import { Protocol } from '@colyseus/core';
import { type Decoder, Reflection } from '@colyseus/schema';
import WebSocket from 'ws';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../shared/games/color-clues/state.ts';
import type { GameCommand, GameEvent, GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableState } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand, TableEvent, TableView } from '../../shared/table/types.ts';
import { reflectionIn } from '../harness/table-client.ts';
import { ask, READY, type Visitor } from '../harness/visitor.ts';

/** One player of a benchmark, on either server. */
export interface BenchClient {
  readonly view: TableView<GameView>;
  readonly seat: SeatId;
  /** Messages that told of a change so far, and their bytes without the frame's header. */
  readonly changes: number;
  readonly changeBytes: number;
  onChange: () => void;
  say(command: TableCommand<GameCommand>): void;
  close(): void;
}

/** Everything a server sent that is no change is not counted: answers are the same on both. */
abstract class Base implements BenchClient {
  abstract readonly view: TableView<GameView>;
  abstract readonly seat: SeatId;
  changes = 0;
  changeBytes = 0;
  onChange: () => void = () => {};
  protected readonly socket: WebSocket;

  protected constructor(socket: WebSocket) {
    this.socket = socket;
  }

  abstract say(command: TableCommand<GameCommand>): void;

  protected changed(bytes: number): void {
    this.changes++;
    this.changeBytes += bytes;
    this.onChange();
  }

  close(): void {
    this.socket.terminate();
  }
}

/** A player of the product: the real handshake, the real decoder. */
export class ProductClient extends Base {
  #decoder: Decoder | null = null;
  #asked = 0;
  readonly #player: string;

  private constructor(socket: WebSocket, player: string) {
    super(socket);
    this.#player = player;
  }

  static async join(url: string, code: string, visitor: Visitor): Promise<ProductClient> {
    const { processId, roomId, sessionId } = await visitor.seat(code);
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
      {
        headers: { Cookie: visitor.cookie, Origin: url },
        perMessageDeflate: false,
      },
    );
    const client = new ProductClient(socket, visitor.id);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (data: Buffer) => client.#take(data, resolve));
    });
    return client;
  }

  get view(): TableView<GameView> {
    return readTable(this.#decoder?.state as unknown as WireTable<WireGame>, this.seat, readGame);
  }

  get seat(): SeatId {
    let mine = seatId(0);
    const state = this.#decoder?.state as unknown as WireTable<WireGame>;
    state.seats.forEach((seat, key) => {
      if (seat.playerId === this.#player) mine = seatId(Number(key));
    });
    return mine;
  }

  say(command: TableCommand<GameCommand>): void {
    this.socket.send(
      ask(++this.#asked % 100, 'command', { id: `bench-${this.#player}-${this.#asked}`, command }),
    );
  }

  #take(frame: Buffer, joined: () => void): void {
    if (frame[0] === Protocol.JOIN_ROOM) {
      this.#decoder = Reflection.decode(reflectionIn(frame));
      this.socket.send(READY);
    } else if (frame[0] === Protocol.ROOM_STATE) {
      this.#decoder?.decode(frame, { offset: 1 });
      joined();
    } else if (frame[0] === Protocol.ROOM_STATE_PATCH) {
      this.#decoder?.decode(frame, { offset: 1 });
      this.changed(frame.length);
    }
  }
}

const rules = tableFor(colorClues);

/** A player of the hand-written server: folds the events it is sent. */
export class PlainClient extends Base {
  #state: TableState<GameState> = rules.initial;
  #seat = seatId(0);
  #asked = 0;

  static async join(url: string, code: string, player: string): Promise<PlainClient> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/${code}/${player}`, {
      perMessageDeflate: false,
    });
    const client = new PlainClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (data: Buffer) => client.#take(data, resolve));
    });
    return client;
  }

  get view(): TableView<GameView> {
    return rules.view(this.#state, { kind: 'seat', seat: this.#seat });
  }

  get seat(): SeatId {
    return this.#seat;
  }

  say(command: TableCommand<GameCommand>): void {
    this.socket.send(JSON.stringify({ id: `c${++this.#asked}`, command }));
  }

  #take(data: Buffer, joined: () => void): void {
    const message = JSON.parse(String(data)) as
      | { type: 'welcome'; seat: number; state: TableState<GameState> }
      | { type: 'change'; events: TableEvent<GameEvent>[] }
      | { type: 'answer' };
    if (message.type === 'welcome') {
      this.#seat = seatId(message.seat);
      this.#state = message.state;
      joined();
    } else if (message.type === 'change') {
      this.#state = message.events.reduce(rules.evolve, this.#state);
      this.changed(data.length);
    }
  }
}
