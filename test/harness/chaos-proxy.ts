import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What a network does to connections. `rst` and `fin` end them; `blackhole`, `drop-up` and `drop-down` swallow what goes
 * both ways, to the server, or to the client, without a word to either side. A connection never gets its bytes back.
 */
export const FAULTS = ['rst', 'fin', 'blackhole', 'drop-up', 'drop-down'] as const;
export type Fault = (typeof FAULTS)[number];
export type Mode = 'pass' | Fault;

/** Whether a fault leaves both sides in the belief that they are connected. */
export const isSilent = (fault: Fault): boolean => fault !== 'rst' && fault !== 'fin';

/** One connection of a client, and the one to the server that stands for it. */
class Way {
  readonly #near: Socket;
  readonly #far: Socket;
  #mode: Mode = 'pass';

  constructor(near: Socket, port: number, onGone: () => void) {
    this.#near = near;
    this.#far = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    let open = 2;
    for (const [socket, other, lostIn] of [
      [near, this.#far, 'drop-up'],
      [this.#far, near, 'drop-down'],
    ] as const) {
      const isLost = () => this.#mode === lostIn || this.#mode === 'blackhole';
      socket.setNoDelay(true);
      socket.on('data', (bytes) => {
        if (!isLost()) other.write(bytes);
      });
      socket.on('end', () => {
        if (!isLost()) other.end();
      });
      // Its `close` follows.
      socket.on('error', () => {});
      socket.on('close', (hadError) => {
        if (!isLost()) {
          if (hadError) other.resetAndDestroy();
          else other.destroySoon();
        }
        if (--open === 0) onGone();
      });
    }
  }

  strike(fault: Fault): void {
    if (this.#mode !== 'pass') return;
    this.#mode = isSilent(fault) ? fault : 'blackhole';
    for (const socket of [this.#near, this.#far]) {
      if (fault === 'rst') socket.resetAndDestroy();
      if (fault === 'fin') socket.destroySoon();
    }
  }

  /** Neither cut nor silent so far. */
  get isSound(): boolean {
    return this.#mode === 'pass' && !this.#near.destroyed;
  }

  destroy(): void {
    this.#near.destroy();
    this.#far.destroy();
  }
}

/** The way of one client to the server: a port of its own, so that faults can be meant for one person. */
export class Line {
  /** What happens to connections that are made from now on. */
  mode: Mode = 'pass';
  readonly #server: Server;
  readonly #ways = new Set<Way>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    server.on('connection', (near) => {
      const way = new Way(near, port, () => this.#ways.delete(way));
      this.#ways.add(way);
      if (this.mode !== 'pass') way.strike(this.mode);
    });
  }

  /** @param port the server's, on this machine; it may be down */
  static async open(port: number): Promise<Line> {
    const server = createServer({ allowHalfOpen: true });
    const line = new Line(server, port);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections that work, oldest first. */
  get sound(): readonly Way[] {
    return [...this.#ways].filter((way) => way.isSound);
  }

  close(): void {
    this.#server.close();
    for (const way of this.#ways) way.destroy();
  }
}

/** A network between a server and its clients that can be made as bad as wanted. */
export class ChaosProxy {
  readonly lines: readonly Line[];

  private constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  static async open(port: number, lines: number): Promise<ChaosProxy> {
    return new ChaosProxy(await Promise.all(Array.from({ length: lines }, () => Line.open(port))));
  }

  /** Where clients come from, for the server's list of origins. */
  get origins(): string {
    return this.lines.map(({ origin }) => origin).join(',');
  }

  close(): void {
    for (const line of this.lines) line.close();
  }
}
