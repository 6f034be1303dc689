import { ClientState, SchemaSerializer } from '@colyseus/core';
import { type Decoder, Reflection, type StateView } from '@colyseus/schema';
import { mirror, newTableState, secretKeeper, writeSecret } from '../../server/schema/mirror.ts';
import { showSecret } from '../../server/schema/secret-view.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';

/** One pretended connection: the bytes it was sent, and what a real decoder made of them. */
class Receiver {
  readonly seat: SeatId | null;
  readonly frames: Uint8Array[] = [];
  readonly state = ClientState.JOINED;
  view: StateView | undefined;
  readonly #decoder: Decoder;

  constructor(seat: SeatId | null, handshake: Uint8Array) {
    this.seat = seat;
    this.#decoder = Reflection.decode(handshake);
  }

  /** What the transport would do; the first byte is the protocol code. */
  raw(bytes: Uint8Array): void {
    const copy = bytes.slice();
    this.frames.push(copy);
    this.#decoder.decode(copy, { offset: 1 });
  }

  get decoded(): TableView<GameView> {
    return readTable(this.#decoder.state as unknown as WireTable, this.seat);
  }
}

/** The way of a view to its viewers, without sockets: real mirror, real serializer, real decoders. */
export class WireRig {
  readonly #state;
  readonly #serializer = new SchemaSerializer();
  readonly receivers: Receiver[] = [];

  constructor(epochMs: number) {
    this.#state = newTableState(epochMs);
    this.#serializer.reset(this.#state);
  }

  /** Adds a viewer (null: a spectator) in the middle of things, like somebody who joins. */
  join(seat: SeatId | null, viewOf: (seat: SeatId | null) => TableView<GameView>): Receiver {
    const receiver = new Receiver(seat, this.#serializer.handshake());
    this.#showSecret(receiver, viewOf);
    receiver.raw(this.#serializer.getFullState(receiver as never));
    this.receivers.push(receiver);
    return receiver;
  }

  /** Mirrors and sends one patch, like a room after a commit. */
  show(viewOf: (seat: SeatId | null) => TableView<GameView>): void {
    mirror(this.#state, viewOf(null));
    for (const receiver of this.receivers) this.#showSecret(receiver, viewOf);
    this.#serializer.applyPatches(this.receivers as never);
  }

  #showSecret(receiver: Receiver, viewOf: (seat: SeatId | null) => TableView<GameView>): void {
    const view = receiver.seat === null ? null : viewOf(receiver.seat);
    const isKeeper = view !== null && secretKeeper(view) === receiver.seat;
    const secret = isKeeper ? writeSecret(this.#state, view.game) : null;
    showSecret(receiver, secret);
  }
}
