import type { WebSocketClient } from '@colyseus/ws-transport';

/** The first byte of a whole binary message (RFC 6455 §5.2: FIN, opcode 2). */
const BINARY = 0x82;
/** Lengths up to here fit into the second byte; up to 65,535 into two more bytes; the rest into eight more. */
const MOST_SHORT = 125;
const MOST_MEDIUM = 65_535;
/** `readyState` of a socket that can be written to. */
const OPEN = 1;

/** One unmasked WebSocket frame with a binary message, as a server sends it (RFC 6455 §5.2). */
export function binaryFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const headBytes = length <= MOST_SHORT ? 2 : length <= MOST_MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + length);
  frame[0] = BINARY;
  if (headBytes === 2) frame[1] = length;
  else if (headBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, headBytes);
  return frame;
}

/** What follows it is done with the next microtasks, as with `queueMicrotask`, which makes a resource for each call. */
const SETTLED = Promise.resolve();

type Done = (error?: Error) => void;
/** One message, or some that follow each other. */
type Messages = Uint8Array | readonly Uint8Array[];

/** The part of a socket of `ws` that puts whole frames into the stream. It is not public, so it may be missing. */
interface FrameWriter {
  /** 0: nothing waits to be compressed or read, so that order is kept. */
  readonly _state: number;
  sendFrame(chunks: readonly Buffer[], done?: Done): void;
}

/**
 * Sends binary messages like `send` of `ws`, which makes a head and a write of two pieces for every socket. What goes to
 * many sockets in one go, a message or a list of them, is framed once here, and each socket writes one piece.
 */
export function binarySender(): (socket: WebSocketClient['ref'], messages: Messages, done?: Done) => void {
  let last: Messages | null = null;
  let frame: Buffer;
  const forget = () => {
    last = null;
  };
  const frameOf = (messages: Messages): Buffer => {
    if (messages === last) return frame;
    // Whoever made the message may write something else into the same bytes later.
    if (last === null) void SETTLED.then(forget);
    last = messages;
    frame = messages instanceof Uint8Array ? binaryFrame(messages) : Buffer.concat(messages.map(binaryFrame));
    return frame;
  };
  return (socket, messages, done) => {
    const { _sender: writer } = socket as { _sender?: FrameWriter };
    if (socket.readyState === OPEN && writer?._state === 0) {
      writer.sendFrame([frameOf(messages)], done);
      return;
    }
    const all = messages instanceof Uint8Array ? [messages] : messages;
    for (const [index, message] of all.entries())
      socket.send(message, { binary: true }, index === all.length - 1 ? done : undefined);
  };
}
