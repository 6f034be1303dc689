import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Rng } from '../../shared/core/rng.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';

/** What becomes of messages that Redis sends to a process; everything else passes at once. */
export interface LinkFaults {
  /** How much later each message comes, ms. */
  readonly delayMs?: number;
  /** Of a hundred messages so many never come. */
  readonly lostPercent?: number;
  /** Messages on topics with this in their name never come. */
  readonly deaf?: RegExp;
  readonly seed?: number;
}

/** The way from one process to Redis, on which messages of topics come late or not at all. */
export class RedisLink {
  readonly url: string;
  /** Messages that never came. */
  lost = 0;
  faults: LinkFaults;
  readonly #rng: Rng;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #era = 0;

  private constructor(server: Server, faults: LinkFaults) {
    this.#server = server;
    this.faults = faults;
    this.#rng = seededRng(faults.seed ?? 1);
    const address = server.address();
    this.url = `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** Opens a way to the Redis at this address. */
  static async open(redisUrl: string, faults: LinkFaults): Promise<RedisLink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const link = new RedisLink(server, faults);
    const { port } = new URL(redisUrl);
    server.on('connection', (near) => link.#carry(near, connect(Number(port), '127.0.0.1')));
    return link;
  }

  /** Nothing comes through any more on the connections there are, and nobody says so; new ones are as before. */
  goSilent(): void {
    this.#era++;
  }

  /** Whether nobody is connected. */
  get isIdle(): boolean {
    return this.#sockets.size === 0;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #carry(near: Socket, far: Socket): void {
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.once('error', cut).once('close', cut);
      socket.once('close', () => this.#sockets.delete(socket));
    }
    const era = this.#era;
    near.on('data', (chunk: Buffer) => {
      if (era === this.#era) far.write(chunk);
    });
    let rest = Buffer.alloc(0);
    far.on('data', (chunk: Buffer) => {
      if (era !== this.#era) return;
      rest = Buffer.concat([rest, chunk]);
      for (let end = endOfReply(rest, 0); end !== null; end = endOfReply(rest, 0)) {
        this.#pass(near, rest.subarray(0, end));
        rest = rest.subarray(end);
      }
    });
  }

  #pass(near: Socket, reply: Buffer): void {
    const topic = topicOf(reply);
    const { delayMs = 0, lostPercent = 0, deaf } = this.faults;
    if (topic === null) near.write(reply);
    else if (deaf?.test(topic) || this.#rng.int(100) < lostPercent) this.lost++;
    else if (delayMs === 0) near.write(reply);
    else setTimeout(() => near.writable && near.write(reply), delayMs);
  }
}

const MESSAGE = /^\*3\r\n\$7\r\nmessage\r\n\$\d+\r\n([^\r]*)\r\n/;

/** The topic of a message; null for any other reply. */
const topicOf = (reply: Buffer): string | null => MESSAGE.exec(reply.toString('latin1', 0, 300))?.[1] ?? null;

/** Where a reply in the protocol of Redis that begins at `from` ends; null when some of it is still to come. */
function endOfReply(bytes: Buffer, from: number): number | null {
  const line = bytes.indexOf('\r\n', from);
  if (line === -1) return null;
  const next = line + 2;
  const type = String.fromCharCode(bytes[from]!);
  const count = Number(bytes.toString('latin1', from + 1, line));
  if (type === '$') {
    const end = count < 0 ? next : next + count + 2;
    return end <= bytes.length ? end : null;
  }
  if (type !== '*') return next;
  let end: number | null = next;
  for (let i = 0; i < count && end !== null; i++) end = endOfReply(bytes, end);
  return end;
}
