import { EventEmitter } from 'node:events';
import { crc32 } from 'node:zlib';
import type { Machine, Scheduler, Task } from './scheduler.ts';

/** States of a socket, as browsers count them. */
const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
/** A connection that was cut. */
const ABNORMAL = 1006;

/** What the network does to what one end sends. */
export interface Line {
  /** How long something takes to the other end, ms. */
  delay(): number;
}

/** One direction of a connection: in order, each piece once, or not at all any more. */
class Way {
  readonly #scheduler: Scheduler;
  readonly #to: Machine;
  readonly #line: Line;
  #freeAt = 0;
  #isDark = false;
  #held: (() => void)[] = [];
  #planned = new Set<Task>();

  constructor(scheduler: Scheduler, to: Machine, line: Line) {
    this.#scheduler = scheduler;
    this.#to = to;
    this.#line = line;
  }

  send(arrive: () => void): void {
    if (this.#isDark) {
      this.#held.push(arrive);
      return;
    }
    const at = Math.max(this.#freeAt, this.#scheduler.now + this.#line.delay());
    this.#freeAt = at;
    const task = this.#scheduler.after(this.#to, at - this.#scheduler.now, () => {
      this.#planned.delete(task);
      arrive();
    });
    this.#planned.add(task);
  }

  /** From now on nothing arrives, and the other end does not hear why. */
  darken(): void {
    this.#isDark = true;
    for (const task of this.#planned) {
      this.#held.push(task.act!);
      task.act = null;
    }
    this.#planned.clear();
  }

  /** What was held arrives after all, as when packets are sent again. */
  lighten(): void {
    this.#isDark = false;
    for (const arrive of this.#held.splice(0)) this.send(arrive);
  }

  clear(): void {
    for (const task of this.#planned) task.act = null;
    this.#planned.clear();
    this.#held = [];
  }
}

/** The page's end of a connection, as far as the SDK needs one. */
export class PageEnd {
  binaryType = 'arraybuffer';
  readyState = CONNECTING;
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  link: Link | null = null;

  send(data: Uint8Array): void {
    if (this.readyState === OPEN) this.link?.fromPage(Uint8Array.from(data));
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    this.link?.pageCloses(code, reason);
  }

  opened(): void {
    if (this.readyState !== CONNECTING) return;
    this.readyState = OPEN;
    this.onopen?.({});
  }

  closed(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    if (code === ABNORMAL) this.onerror?.({});
    this.onclose?.({ code, reason });
  }
}

/** The server's end of a connection, as far as the transport and the rooms need a socket of `ws`. */
export class ServerEnd extends EventEmitter {
  readyState = OPEN;
  bufferedAmount = 0;
  readonly #link: Link;

  constructor(link: Link) {
    super();
    this.#link = link;
  }

  send(data: Uint8Array, _options: object, done?: (error?: Error) => void): void {
    if (this.readyState === OPEN) this.#link.fromServer(Uint8Array.from(data));
    done?.();
  }

  ping(): void {
    this.#link.ping();
  }

  pause(): void {}

  close(code = 1005, reason = ''): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    this.#link.serverCloses(code, reason);
  }

  terminate(): void {
    this.#link.cut();
  }

  closed(code: number): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit('close', code, Buffer.alloc(0));
  }
}

/** One connection between a page and a server process. */
export class Link {
  readonly page: Machine;
  readonly server: Machine;
  readonly name: string;
  readonly serverEnd: ServerEnd;
  readonly #scheduler: Scheduler;
  readonly #pageEnd: PageEnd;
  readonly #up: Way;
  readonly #down: Way;
  readonly #heard: (bytes: Uint8Array) => void;
  isOver = false;

  /** @param heard is given every frame that reaches the page */
  constructor(
    scheduler: Scheduler,
    ends: {
      readonly page: Machine;
      readonly server: Machine;
      readonly pageEnd: PageEnd;
      readonly name: string;
    },
    line: Line,
    heard: (bytes: Uint8Array) => void,
  ) {
    this.#scheduler = scheduler;
    this.page = ends.page;
    this.server = ends.server;
    this.name = ends.name;
    this.#pageEnd = ends.pageEnd;
    this.#heard = heard;
    this.#up = new Way(scheduler, ends.server, line);
    this.#down = new Way(scheduler, ends.page, line);
    this.serverEnd = new ServerEnd(this);
  }

  /** Asks the server for the connection. */
  meet(accept: () => void): void {
    this.#up.send(accept);
  }

  /** The server lets the page in. */
  opened(): void {
    this.#down.send(() => this.#pageEnd.opened());
  }

  fromPage(bytes: Uint8Array): void {
    this.#up.send(() => {
      this.#note('>', bytes);
      if (this.serverEnd.readyState === OPEN) this.serverEnd.emit('message', Buffer.from(bytes), true);
    });
  }

  fromServer(bytes: Uint8Array<ArrayBuffer>): void {
    this.#down.send(() => {
      this.#note('<', bytes);
      this.#heard(bytes);
      if (this.#pageEnd.readyState === OPEN) this.#pageEnd.onmessage?.({ data: bytes.buffer });
    });
  }

  /** The network stack of the page answers by itself. */
  ping(): void {
    this.#down.send(() => this.#up.send(() => this.serverEnd.emit('pong', Buffer.alloc(0))));
  }

  pageCloses(code: number, reason: string): void {
    this.#up.send(() => {
      this.serverEnd.closed(code);
      this.#down.send(() => this.#pageEnd.closed(code, reason));
    });
  }

  serverCloses(code: number, reason: string): void {
    this.#down.send(() => {
      this.#note(`x ${code}`);
      this.#pageEnd.closed(code, reason);
      this.#up.send(() => this.serverEnd.closed(code));
    });
  }

  /** Both ends hear that the connection is gone, each after a while; what is under way is lost. */
  cut(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#note('cut');
    for (const way of [this.#up, this.#down]) {
      way.clear();
      way.lighten();
    }
    this.#up.send(() => this.serverEnd.closed(ABNORMAL));
    this.#down.send(() => this.#pageEnd.closed(ABNORMAL, ''));
  }

  /** Nothing gets through any more in these directions, and nobody is told. */
  darken(up: boolean, down: boolean): void {
    this.#note(`dark ${up} ${down}`);
    if (up) this.#up.darken();
    if (down) this.#down.darken();
  }

  lighten(): void {
    this.#up.lighten();
    this.#down.lighten();
  }

  #note(what: string, bytes?: Uint8Array): void {
    this.#scheduler.note(`${this.name} ${what}${bytes ? ` ${bytes.length} ${crc32(bytes)}` : ''}`);
  }
}
