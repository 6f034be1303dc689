import { ClientState, SchemaSerializer } from '@colyseus/core';
import { type Decoder, Reflection, type Schema, type StateView } from '@colyseus/schema';
import { hostedColorClues } from '../../server/games/color-clues/hosted.ts';
import { type HostedGame, tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { type MirroredGame, TableMirror } from '../../server/rooms/tables/table-mirror.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { readGame } from '../../shared/games/color-clues/wire.ts';
import { type ReadGame, readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';

/** A game on its way to its viewers and back. */
export interface WiredGame<W, V> {
  readonly game: MirroredGame;
  readonly readGame: ReadGame<W, V>;
}

export const wire = <W, V>(hosted: HostedGame, readGame: ReadGame<W, V>): WiredGame<W, V> => ({
  game: tableGames([hosted]).get(hosted.rules.name)!,
  readGame,
});

export const wiredColorClues = wire(hostedColorClues, readGame);

/** One pretended connection: the bytes it was sent, and what a real decoder made of them. */
class Receiver<W, V> {
  /** Null for a spectator. Whoever watches may take a seat. */
  seat: SeatId | null;
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

  /** The state as its decoder has it, whatever a well-behaved client would show. */
  get wire(): WireTable<W> {
    return this.#decoder.state as unknown as WireTable<W>;
  }

  get decoded(): TableView<V> {
    return readTable(this.wire, this.seat, this.#readGame);
  }
}

/** The way of a view to its viewers, without sockets: real mirror, real serializer, real decoders. */
export class WireRig<W, V> {
  readonly #mirror: TableMirror;
  readonly #readGame: ReadGame<W, V>;
  readonly #serializer: SchemaSerializer<Schema>;
  readonly receivers: Receiver<W, V>[] = [];

  constructor(
    { game, readGame }: WiredGame<W, V>,
    epochMs: number,
    serializer: SchemaSerializer<Schema> = new SchemaSerializer(),
  ) {
    this.#serializer = serializer;
    this.#mirror = new TableMirror(game, epochMs);
    this.#readGame = readGame;
    this.#serializer.reset(this.#mirror.state);
  }

  /** Adds a viewer (null: a spectator) in the middle of things, like somebody who joins. */
  join(seat: SeatId | null, viewOf: (seat: SeatId | null) => TableView<V>): Receiver<W, V> {
    const receiver = new Receiver(seat, this.#serializer.handshake(), this.#readGame);
    this.receivers.push(receiver);
    this.#mirror.show(...this.#secrets(viewOf));
    receiver.raw(this.#serializer.getFullState(receiver as never));
    return receiver;
  }

  /** Mirrors and sends one patch, like a room after a commit. */
  show(viewOf: (seat: SeatId | null) => TableView<V>): void {
    this.#mirror.write(viewOf(null));
    this.#mirror.showChanged(...this.#secrets(viewOf));
    this.#serializer.applyPatches(this.receivers as never);
  }

  #secrets(viewOf: (seat: SeatId | null) => TableView<V>): Parameters<TableMirror['show']> {
    return [
      (seat) => this.receivers.filter((receiver) => receiver.seat === seat),
      (seat) => viewOf(seat).game,
    ];
  }
}
