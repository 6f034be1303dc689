import type { Request, Response } from 'express';
import type { Log } from '../../shared/engine/ports.ts';
import type { LiveTables as LiveList, PublicTable } from '../../shared/protocol/http.ts';
import type { Limits } from '../config.ts';
import { OpenCount, tooFast } from './budgets.ts';
import type { TablesPort } from './tables-port.ts';

/** Changes within this time become one message, ms. */
const GATHER_MS = 250;
/** How often a quiet stream says that it is alive, ms. */
const HEARTBEAT_MS = 20_000;
/** Bytes that may wait for a reader before it is dropped. */
const MAX_WAITING = 64 * 1024;
const ALL = 'all';
const HEAD = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const;

/** The list of public tables as a stream of server-sent events: made once per change, written to everybody. */
export class LiveTables {
  readonly #tables: TablesPort;
  readonly #log: Log;
  readonly #perAddress: OpenCount;
  readonly #total: OpenCount;
  readonly #streams = new Set<Response>();
  #stop: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #latest: string | null = null;
  #isStale = false;
  /** Readers that were dropped because they did not read, since the start. */
  dropped = 0;

  constructor({ tables, log, limits }: { tables: TablesPort; log: Log; limits: Limits }) {
    this.#tables = tables;
    this.#log = log;
    this.#perAddress = new OpenCount(limits.liveStreamsPerAddress);
    this.#total = new OpenCount(limits.liveStreams);
  }

  /** Answers one request with a stream that lasts until either side ends it. */
  async open(request: Request, response: Response, address: string): Promise<void> {
    if (request.method === 'HEAD') {
      response.writeHead(200, HEAD).end();
      return;
    }
    const closeAddress = this.#perAddress.open(address);
    const closeTotal = closeAddress && this.#total.open(ALL);
    if (!closeTotal) {
      closeAddress?.();
      throw tooFast(HEARTBEAT_MS / 1_000);
    }
    response.once('close', () => {
      closeAddress();
      closeTotal();
      this.#streams.delete(response);
      if (this.#streams.size === 0) this.#sleep();
    });
    this.#wake();
    const list = this.#latest ?? (await this.#read());
    if (request.destroyed) return;
    if (!this.#stop) this.#wake(); // the last other reader left meanwhile
    response.writeHead(200, HEAD);
    response.write(event(list));
    this.#streams.add(response);
    if (this.#latest !== null && this.#latest !== list) response.write(event(this.#latest));
  }

  /** Ends every stream, for a shutdown. */
  close(): void {
    for (const response of this.#streams) response.end();
    this.#sleep();
  }

  #wake(): void {
    this.#stop ??= this.#tables.onChange(() => this.#schedule());
    this.#heartbeat ??= setInterval(() => this.#write(': alive\n\n'), HEARTBEAT_MS);
  }

  #sleep(): void {
    this.#stop?.();
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#stop = this.#timer = this.#heartbeat = null;
    this.#latest = null;
  }

  #schedule(): void {
    this.#isStale = true;
    this.#timer ??= setTimeout(() => void this.#refresh(), GATHER_MS);
  }

  /** One at a time, so that an older list never comes after a newer one. */
  async #refresh(): Promise<void> {
    this.#isStale = false;
    try {
      const before = this.#latest;
      const list = await this.#read();
      if (list !== before) this.#write(event(list));
    } catch (error) {
      this.#log.warn({ err: error }, 'the list of tables could not be read');
    }
    this.#timer = null;
    if (this.#isStale && this.#stop) this.#schedule();
  }

  async #read(): Promise<string> {
    const { tables, people } = await this.#tables.list();
    const list = JSON.stringify({ tables: tables.map(publicFields), people } satisfies LiveList);
    if (this.#stop) this.#latest = list;
    return list;
  }

  #write(text: string): void {
    for (const response of this.#streams) {
      if (response.writableLength > MAX_WAITING) {
        this.dropped++;
        response.destroy();
      } else response.write(text);
    }
  }
}

const event = (json: string): string => `data: ${json}\n\n`;

/** Field by field, so that nothing else can ever get out. */
const publicFields = (table: PublicTable): PublicTable => ({
  code: table.code,
  game: table.game,
  name: table.name,
  phase: table.phase,
  line: table.line,
  seats: table.seats,
  bots: table.bots,
  maxSeats: table.maxSeats,
  people: table.people,
});
