import { type Client, ClientState, Protocol, SchemaSerializer } from '@colyseus/core';
import { Encoder, type Schema, type StateView } from '@colyseus/schema';

/** What is replaced of the framework's encoder; the second one is private. */
interface Encoding {
  sharedBuffer: Uint8Array;
  encode(it: { offset: number }, view?: StateView, buffer?: Uint8Array, initialOffset?: number): Uint8Array;
  _resizeBuffer(buffer: Uint8Array, neededBytes: number): Uint8Array;
}

/** Bytes of a room's first buffer for whole states; it grows with them. The framework begins with 16 KB. */
const FIRST_BYTES = 512;

/**
 * Where patches of all rooms are made: each is copied before the next one begins. Encoders hold it in their own field: one
 * whose fields are changed into accessors is a dictionary for V8, and each look at it a search.
 */
let shared: Uint8Array = new Uint8Array(Encoder.BUFFER_SIZE);

/** What tells a newcomer of the types in a state: the same for all rooms with states of one class. */
const handshakes = new WeakMap<object, Uint8Array>();

/**
 * Sends copies. The framework sends slices of one buffer that it keeps writing to: bytes that still wait for a slow
 * socket would be replaced by later ones, hidden state of others included. One copy per patch, not per client. And a room
 * that has outgrown its buffer keeps the larger one: the framework makes another for every whole state, with a warning.
 * Types are described once for each class of states, not for each room: that takes as long as a join does otherwise.
 * Nothing but the whole state is kept for each room: an inbox has a room of its own, and most people have one open.
 */
export class CopyingSerializer extends SchemaSerializer<Schema> {
  constructor() {
    super();
    this.fullEncodeBuffer = new Uint8Array(FIRST_BYTES);
  }

  override reset(state: Schema): void {
    super.reset(state);
    const encoder = this.encoder as unknown as Encoding;
    encoder.sharedBuffer = shared;
    const encode = encoder.encode.bind(encoder);
    // Bytes for one view are copied by `encodeView` itself.
    encoder.encode = (it, view, buffer, initialOffset) => {
      const bytes = encode(it, view, buffer, initialOffset);
      return view === undefined ? bytes.slice() : bytes;
    };
    encoder._resizeBuffer = (buffer, neededBytes) => {
      const grown = new Uint8Array(Math.max(2 * buffer.length, neededBytes));
      grown.set(buffer);
      if (buffer === this.fullEncodeBuffer) this.fullEncodeBuffer = grown;
      if (buffer === encoder.sharedBuffer) encoder.sharedBuffer = grown;
      return grown;
    };
  }

  override applyPatches(...args: Parameters<SchemaSerializer<Schema>['applyPatches']>): boolean {
    const [clients, , timing] = args;
    const encoder = this.encoder as unknown as Encoding;
    encoder.sharedBuffer = shared;
    const isPlain = clients.length > 0 && timing === undefined && this.encoder.hasChanges;
    if (isPlain) this.#send(clients);
    // It was too small for this one, so it may be for others.
    const isChanged = isPlain || super.applyPatches(...args);
    shared = encoder.sharedBuffer;
    return isChanged;
  }

  /**
   * What the framework does when something changed, without what it keeps for clients that share a view, of which there are
   * none here, and without asking twice whether somebody debugs it.
   */
  #send(clients: readonly Client[]): void {
    const { encoder } = this;
    this.needFullEncode = true;
    encoder.sharedBuffer[0] = Protocol.ROOM_STATE_PATCH;
    const it = { offset: 1 };
    const bytes = encoder.encode(it);
    const begin = it.offset;
    for (let i = clients.length - 1; i >= 0; i--) {
      const client = clients[i]!;
      if (client.state !== ClientState.JOINED) continue;
      client.raw(client.view ? encoder.encodeView(client.view, begin, it) : bytes);
    }
    encoder.discardChanges();
  }

  override handshake(): Uint8Array {
    const { constructor: State } = this.encoder.state;
    const known = handshakes.get(State) ?? super.handshake();
    handshakes.set(State, known);
    return known;
  }

  override getFullState(...args: [client?: Client, timing?: { sNow: number }]): Uint8Array {
    const bytes = super.getFullState(...args);
    return bytes === this.fullEncodeCache ? bytes.slice() : bytes;
  }
}
