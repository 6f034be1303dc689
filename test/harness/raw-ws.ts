import { randomBytes } from 'node:crypto';
import { createConnection, type Socket } from 'node:net';
import { until } from './until.ts';

const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
const BINARY = 0x2;

export interface UpgradeRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One frame of a client, masked as the protocol wants it. */
export function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const mask = randomBytes(4);
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x80 | opcode, 0x80 | length]) : Buffer.alloc(4);
  if (length >= 126) {
    head.set([0x80 | opcode, 0x80 | 126]);
    head.writeUInt16BE(length, 2);
  }
  const body = Buffer.from(payload);
  for (let i = 0; i < length; i++) body[i] = body[i]! ^ mask[i % 4]!;
  return Buffer.concat([head, mask, body]);
}

/**
 * A WebSocket client without a library: it sees every byte, sends whatever it likes, and can stop reading. Only for
 * frames below 64 KiB.
 */
export class RawSocket {
  /** HTTP status of the upgrade; 101 when it is open. */
  readonly status: number;
  /** Payloads of all binary frames. */
  readonly frames: Buffer[] = [];
  closeCode: number | null = null;
  isClosed = false;
  answersPings = true;
  /** Does not answer a close frame, and stays. */
  ignoresClose = false;
  readonly #socket: Socket;
  #rest: Buffer;

  private constructor(socket: Socket, status: number, rest: Buffer) {
    this.#socket = socket;
    this.status = status;
    this.#rest = rest;
    // Every write under way listens for the end.
    socket.setMaxListeners(0);
    socket.on('data', (chunk) => {
      this.#rest = Buffer.concat([this.#rest, chunk as Buffer]);
      this.#read();
    });
    socket.on('close', () => {
      this.isClosed = true;
    });
    this.#read();
  }

  static open(url: string, { path, headers = {} }: UpgradeRequest): Promise<RawSocket> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: hostname, port: Number(port) });
      socket.setNoDelay(true);
      socket.on('error', reject);
      socket.once('close', () => reject(new Error('closed during the upgrade')));
      const lines = Object.entries({
        Host: host,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        ...headers,
      }).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
      let seen = Buffer.alloc(0);
      const onData = (chunk: Buffer) => {
        seen = Buffer.concat([seen, chunk]);
        const end = seen.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.removeListener('data', onData);
        resolve(new RawSocket(socket, Number(seen.toString('latin1', 9, 12)), seen.subarray(end + 4)));
      };
      socket.on('data', onData);
    });
  }

  /** Sends one binary frame. Resolves when the kernel took it, or the socket is gone. */
  send(payload: Uint8Array): Promise<void> {
    return this.#write(maskedFrame(BINARY, payload));
  }

  /** Sends many frames as one chunk. */
  sendAll(payloads: readonly Uint8Array[]): Promise<void> {
    return this.#write(Buffer.concat(payloads.map((payload) => maskedFrame(BINARY, payload))));
  }

  pong(): Promise<void> {
    return this.#write(maskedFrame(PONG, Buffer.alloc(0)));
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Cuts the connection. */
  cut(): void {
    this.#socket.destroy();
  }

  /** What a refused upgrade was answered with, as JSON. A proxy keeps the connection for a while after it. */
  async body(): Promise<unknown> {
    await until(() => this.isClosed || this.#rest.toString().endsWith('}'), 'the answer');
    return JSON.parse(this.#rest.toString());
  }

  async closed(ms?: number): Promise<number | null> {
    await until(() => this.isClosed, 'the socket to be closed', ms);
    return this.closeCode;
  }

  /** The first frame for which `fits`, from `from` on. */
  async frame(fits: (frame: Buffer) => boolean, what: string, ms?: number): Promise<Buffer> {
    let found: Buffer | undefined;
    await until(
      () => {
        found = this.frames.find(fits);
        return found !== undefined || this.isClosed;
      },
      what,
      ms,
    );
    if (!found) throw new Error(`The socket was closed (${this.closeCode}) before ${what}.`);
    return found;
  }

  #write(bytes: Buffer): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve();
      const done = () => {
        this.#socket.removeListener('close', done);
        resolve();
      };
      this.#socket.once('close', done);
      this.#socket.write(bytes, done);
    });
  }

  #read(): void {
    if (this.status !== 101) return;
    for (;;) {
      const [first, second] = this.#rest;
      if (first === undefined || second === undefined) return;
      const isLong = second === 126;
      if (isLong && this.#rest.length < 4) return;
      const start = isLong ? 4 : 2;
      const length = isLong ? this.#rest.readUInt16BE(2) : second;
      if (this.#rest.length < start + length) return;
      const payload = Buffer.from(this.#rest.subarray(start, start + length));
      this.#rest = this.#rest.subarray(start + length);
      this.#take(first & 0xf, payload);
    }
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === BINARY) this.frames.push(payload);
    else if (opcode === PING && this.answersPings) void this.#write(maskedFrame(PONG, payload));
    else if (opcode === CLOSE) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      if (!this.ignoresClose)
        void this.#write(maskedFrame(CLOSE, payload.subarray(0, 2))).then(() => this.#socket.end());
    }
  }
}
