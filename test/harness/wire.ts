import { ClientState, SchemaSerializer } from '@colyseus/core';
import { type Decoder, Reflection, type Schema, type StateView } from '@colyseus/schema';
import { mirror, writeSecret } from '../../server/games/color-clues/mirror.ts';
import { GameState } from '../../server/games/color-clues/schema.ts';
import type { HostedGame } from '../../server/rooms/tables/hosted-game.ts';
import { mirrorTable } from '../../server/schema/mirror.ts';
import { showSecret } from '../../server/schema/secret-view.ts';
import { tableStateOf } from '../../server/schema/table-state.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { type ReadGame, readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';

/** A game on its way to its viewers and back. */
export interface WiredGame<V, G extends Schema, W>
  extends Pick<HostedGame<never, never, never, V, G>, 'State' | 'mirror' | 'secretSeats' | 'writeSecret'> {
  readonly readGame: ReadGame<W, V>;
}

export const wiredColorClues: WiredGame<GameView, GameState, WireGame> = {
  State: GameState,
  mirror,
  secretSeats: ({ giver }) => [giver],
  writeSecret: (state, _seat, view) => writeSecret(state, view),
  readGame,
};

/** The state of a table at which nothing has happened yet. */
export const newTableState = <G extends Schema>(
  { State }: { readonly State: new () => G },
  epochMs: number,
) => new (tableStateOf<Schema>(State))({ epochMs });

/** One pretended connection: the bytes it was sent, and what a real decoder made of them. */
class Receiver<V, W> {
  readonly seat: SeatId | null;
  readonly frames: Uint8Array[] = [];
  readonly state = ClientState.JOINED;
  view: StateView | undefined;
  readonly #decoder: Decoder;
  readonly #readGame: ReadGame<W, V>;

  constructor(seat: SeatId | null, handshake: Uint8Array, readGame: ReadGame<W, V>) {
    this.seat = seat;
    this.#decoder = Reflection.decode(handshake);
    this.#readGame = readGame;
  }

  /** What the transport would do; the first byte is the protocol code. */
  raw(bytes: Uint8Array): void {
    const copy = bytes.slice();
    this.frames.push(copy);
    this.#decoder.decode(copy, { offset: 1 });
  }

  get decoded(): TableView<V> {
    return readTable(this.#decoder.state as unknown as WireTable<W>, this.seat, this.#readGame);
  }
}

/** The way of a view to its viewers, without sockets: real mirror, real serializer, real decoders. */
export class WireRig<V, G extends Schema, W> {
  readonly #game: WiredGame<V, G, W>;
  readonly #state;
  readonly #serializer = new SchemaSerializer();
  readonly receivers: Receiver<V, W>[] = [];

  constructor(game: WiredGame<V, G, W>, epochMs: number) {
    this.#game = game;
    this.#state = newTableState(game, epochMs);
    this.#serializer.reset(this.#state);
  }

  /** Adds a viewer (null: a spectator) in the middle of things, like somebody who joins. */
  join(seat: SeatId | null, viewOf: (seat: SeatId | null) => TableView<V>): Receiver<V, W> {
    const receiver = new Receiver(seat, this.#serializer.handshake(), this.#game.readGame);
    this.#showSecret(receiver, viewOf);
    receiver.raw(this.#serializer.getFullState(receiver as never));
    this.receivers.push(receiver);
    return receiver;
  }

  /** Mirrors and sends one patch, like a room after a commit. */
  show(viewOf: (seat: SeatId | null) => TableView<V>): void {
    const { State, mirror: mirrorGame } = this.#game;
    mirrorTable<Schema, V>(
      this.#state,
      viewOf(null),
      () => new State(),
      (state, view, time) => mirrorGame(state as G, view, time),
    );
    for (const receiver of this.receivers) this.#showSecret(receiver, viewOf);
    this.#serializer.applyPatches(this.receivers as never);
  }

  #showSecret(receiver: Receiver<V, W>, viewOf: (seat: SeatId | null) => TableView<V>): void {
    const { seat } = receiver;
    const { phase, game: seen } = viewOf(null);
    const isKeeper =
      seat !== null && phase === 'playing' && seen !== null && this.#game.secretSeats?.(seen).includes(seat);
    const view = isKeeper ? viewOf(seat).game : null;
    const state = this.#state.game as G | undefined;
    const secret = isKeeper && view && state ? this.#game.writeSecret?.(state, seat, view) : null;
    showSecret(receiver, secret ?? null);
  }
}
