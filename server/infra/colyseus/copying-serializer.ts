import { type Client, SchemaSerializer } from '@colyseus/core';
import type { Schema, StateView } from '@colyseus/schema';

/** What is replaced of the framework's encoder; the second one is private. */
interface Encoding {
  sharedBuffer: Uint8Array;
  encode(it: { offset: number }, view?: StateView, buffer?: Uint8Array, initialOffset?: number): Uint8Array;
  _resizeBuffer(buffer: Uint8Array, neededBytes: number): Uint8Array;
}

/**
 * Sends copies. The framework sends slices of one buffer that it keeps writing to: bytes that still wait for a slow
 * socket would be replaced by later ones, hidden state of others included. One copy per patch, not per client. And a room
 * that has outgrown its buffer keeps the larger one: the framework makes another for every whole state, with a warning.
 */
export class CopyingSerializer extends SchemaSerializer<Schema> {
  override reset(state: Schema): void {
    super.reset(state);
    const encoder = this.encoder as unknown as Encoding;
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

  override getFullState(...args: [client?: Client, timing?: { sNow: number }]): Uint8Array {
    const bytes = super.getFullState(...args);
    return bytes === this.fullEncodeCache ? bytes.slice() : bytes;
  }
}
