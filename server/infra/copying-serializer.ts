import { type Client, SchemaSerializer } from '@colyseus/core';
import type { Schema, StateView } from '@colyseus/schema';

/** How the framework's encoder is called by its serializer. */
type Encode = (
  it: { offset: number },
  view?: StateView,
  buffer?: Uint8Array,
  initialOffset?: number,
) => Uint8Array;

/**
 * Sends copies. The framework sends slices of one buffer that it keeps writing to: bytes that still wait for a slow
 * socket would be replaced by later ones, hidden state of others included. One copy per patch, not per client.
 */
export class CopyingSerializer extends SchemaSerializer<Schema> {
  override reset(state: Schema): void {
    super.reset(state);
    const encoder = this.encoder as unknown as { encode: Encode };
    const encode = encoder.encode.bind(encoder);
    // Bytes for one view are copied by `encodeView` itself.
    encoder.encode = (it, view, buffer, initialOffset) => {
      const bytes = encode(it, view, buffer, initialOffset);
      return view === undefined ? bytes.slice() : bytes;
    };
  }

  override getFullState(...args: [client?: Client, timing?: { sNow: number }]): Uint8Array {
    const bytes = super.getFullState(...args);
    return bytes === this.fullEncodeCache ? bytes.slice() : bytes;
  }
}
