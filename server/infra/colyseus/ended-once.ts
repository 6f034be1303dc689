import { Writable } from 'node:stream';
import * as ws from 'ws';

/** What reads the frames of a socket of `ws`. It is not in its types, so it may be missing. */
const { Receiver } = ws as unknown as { readonly Receiver?: { readonly prototype: Writable } };

/**
 * Has the reader of a socket ended once. `ws` ends it when the other side is done, and again when the socket is closed: of
 * the second time Node makes an error with its whole stack, which nobody takes.
 */
export function endReadersOnce(): void {
  if (!Receiver) return;
  const { end } = Writable.prototype;
  Receiver.prototype.end = function (this: Writable, ...args: unknown[]) {
    if (args.length === 0 && this.writableEnded) return this;
    return end.apply(this, args as Parameters<typeof end>);
  } as typeof end;
}
