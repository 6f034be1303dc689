import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { peerOf } from './address.ts';
import { Budget, OpenCount } from './budgets.ts';

/** How long the other process may take to accept a connection, ms. */
const CONNECT_MS = 1_000;
/** Says that a request was passed on, so that it never goes round. */
const MARK = 'x-relayed';
const FORWARDED = 'x-forwarded-for';
const ALL = 'all';

interface RelayPorts {
  readonly limits: {
    readonly relays: number;
    readonly upgradesPerAddress: number;
    readonly upgradesSeconds: number;
  };
  /** Where the living process of a name is reached, as it told the directory; null when nowhere. */
  processAddress(name: string): Promise<string | null>;
}

/** Where a socket is passed on to. */
export interface Way {
  readonly host: string;
  readonly port: number;
}

/**
 * Passes sockets on that a balancer sent to the wrong process: bytes both ways, each as fast as the slower side reads.
 * Only to processes that stand in the directory, and that said there where they are reached (`PROCESS_URL`).
 */
export class Relay {
  readonly #ports: RelayPorts;
  readonly #budget: Budget;
  readonly #count: OpenCount;
  readonly #open = new Set<Duplex>();

  constructor(ports: RelayPorts) {
    this.#ports = ports;
    const { upgradesPerAddress, upgradesSeconds, relays } = ports.limits;
    // Its own: the process that has the room counts it as well.
    this.#budget = new Budget(upgradesPerAddress, upgradesSeconds);
    this.#count = new OpenCount(relays);
  }

  /** The way to a process; null when there is none. Rejects when the directory is away. */
  async wayTo(request: IncomingMessage, name: string): Promise<Way | null> {
    if (request.headers[MARK] !== undefined) return null;
    const address = await this.#ports.processAddress(name);
    if (address === null || !URL.canParse(address)) return null;
    const { hostname, port } = new URL(address);
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 80 };
  }

  /** Whether this address may have one more passed on. */
  allows(address: string): Promise<boolean> {
    return this.#budget.allows(address);
  }

  /** Passes a request on, and everything after it. Resolves to 101, or the status to answer with when it could not. */
  async carry(way: Way, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<number> {
    const close = this.#count.open(ALL);
    if (!close) return 503;
    const other = await connected(way);
    if (!other || socket.destroyed) {
      other?.destroy();
      close();
      return 503;
    }
    const end = () => {
      for (const each of [socket, other]) {
        this.#open.delete(each);
        each.destroy();
      }
    };
    for (const each of [socket, other]) {
      this.#open.add(each);
      each.on('error', end);
      each.on('close', end);
    }
    other.once('close', close);
    other.write(headOf(request));
    other.write(head);
    socket.pipe(other);
    other.pipe(socket);
    return 101;
  }

  /** How many sockets are passed on now. */
  get open(): number {
    return this.#open.size / 2;
  }

  /** Ends all of them: whoever is behind them asks for the seat again. */
  close(): void {
    for (const each of [...this.#open]) each.destroy();
  }
}

/** A connection, or null when there is none in time. */
function connected(way: Way): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...way, noDelay: true });
    const give = (found: Socket | null) => {
      clearTimeout(timer);
      socket.removeListener('error', fail);
      if (!found) socket.on('error', () => {}).destroy();
      resolve(found);
    };
    const fail = () => give(null);
    const timer = setTimeout(fail, CONNECT_MS);
    socket.once('error', fail);
    socket.once('connect', () => give(socket));
  });
}

/** The request as it came, with who asked and that it was passed on. */
function headOf(request: IncomingMessage): string {
  const lines = [`GET ${request.url} HTTP/1.1`];
  const { rawHeaders } = request;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase();
    if (name !== MARK && name !== FORWARDED) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  }
  const hops = [request.headers[FORWARDED], peerOf(request)].filter(Boolean).join(', ');
  return [...lines, `X-Forwarded-For: ${hops}`, 'X-Relayed: 1', '', ''].join('\r\n');
}
