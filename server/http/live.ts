import type { Request, Response } from 'express';
import type { Log } from '../../shared/engine/ports.ts';
import { TABLE_KINDS } from '../../shared/games/kinds.ts';
import {
  type LiveTables as LiveList,
  type PublicTable,
  type TableFilter,
  tableFilter,
} from '../../shared/protocol/http.ts';
import type { Limits } from '../config.ts';
import { OpenCount, tooFast } from './budgets.ts';
import { parse } from './parse.ts';
import { RefusedError } from './refusals.ts';
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

interface FeedPorts {
  read(): Promise<string>;
  /** A reader was dropped because it did not read. */
  dropped(): void;
  readonly log: Log;
}

/** One list as a stream of server-sent events: made once per change, written to everybody who reads it. */
class Feed {
  readonly #read: FeedPorts['read'];
  readonly #dropped: FeedPorts['dropped'];
  readonly #log: Log;
  readonly #streams = new Set<Response>();
  #timer: NodeJS.Timeout | null = null;
  #latest: string | null = null;
  #isStale = false;

  constructor({ read, dropped, log }: FeedPorts) {
    this.#read = read;
    this.#dropped = dropped;
    this.#log = log;
  }

  get isRead(): boolean {
    return this.#streams.size > 0;
  }

  /** Begins to write to a reader. */
  async add(request: Request, response: Response): Promise<void> {
    this.#streams.add(response);
    const list = this.#latest ?? (await this.#look());
    if (request.destroyed) return;
    response.writeHead(200, HEAD);
    response.write(event(list));
    if (this.#latest !== null && this.#latest !== list) response.write(event(this.#latest));
  }

  remove(response: Response): void {
    this.#streams.delete(response);
    if (this.isRead) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#latest = null;
  }

  end(): void {
    for (const response of this.#streams) response.end();
  }

  /** The list may have changed. */
  schedule(): void {
    this.#isStale = true;
    this.#timer ??= setTimeout(() => void this.#refresh(), GATHER_MS);
  }

  write(text: string): void {
    for (const response of this.#streams) {
      if (!response.headersSent) continue;
      if (response.writableLength > MAX_WAITING) {
        this.#dropped();
        response.destroy();
      } else response.write(text);
    }
  }

  /** One at a time, so that an older list never comes after a newer one. */
  async #refresh(): Promise<void> {
    this.#isStale = false;
    try {
      const before = this.#latest;
      const list = await this.#look();
      if (list !== before) this.write(event(list));
    } catch (error) {
      this.#log.warn({ err: error }, 'the list of tables could not be read');
    }
    this.#timer = null;
    if (this.#isStale && this.isRead) this.schedule();
  }

  async #look(): Promise<string> {
    const list = await this.#read();
    if (this.isRead) this.#latest = list;
    return list;
  }
}

/** The lists of public tables, each as a stream: one for every way to look for tables that somebody reads. */
export class LiveTables {
  /** Readers that were dropped because they did not read, since the start. */
  dropped = 0;
  readonly #tables: TablesPort;
  readonly #log: Log;
  readonly #perAddress: OpenCount;
  readonly #total: OpenCount;
  /** By their list. There are no more of them than ways to look for a table. */
  readonly #feeds = new Map<string, Feed>();
  #stop: (() => void) | null = null;
  #heartbeat: NodeJS.Timeout | null = null;

  constructor({ tables, log, limits }: { tables: TablesPort; log: Log; limits: Limits }) {
    this.#tables = tables;
    this.#log = log;
    this.#perAddress = new OpenCount(limits.liveStreamsPerAddress);
    this.#total = new OpenCount(limits.liveStreams);
  }

  /** Answers one request with a stream that lasts until either side ends it. @throws RefusedError */
  async open(request: Request, response: Response, address: string): Promise<void> {
    const filter = filterIn(request);
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
    const key = JSON.stringify([filter.kind, filter.language, filter.free]);
    const feed = this.#feeds.get(key) ?? this.#newFeed(filter);
    this.#feeds.set(key, feed);
    response.once('close', () => {
      closeAddress();
      closeTotal();
      feed.remove(response);
      if (!feed.isRead && this.#feeds.get(key) === feed) this.#feeds.delete(key);
      if (this.#feeds.size === 0) this.#sleep();
    });
    this.#stop ??= this.#tables.onChange(() => this.#schedule());
    this.#heartbeat ??= setInterval(() => this.#write(': alive\n\n'), HEARTBEAT_MS);
    await feed.add(request, response);
  }

  /** Ends every stream, for a shutdown. */
  close(): void {
    for (const feed of this.#feeds.values()) feed.end();
    this.#sleep();
  }

  #newFeed(filter: TableFilter): Feed {
    const dropped = () => {
      this.dropped++;
    };
    return new Feed({ read: () => this.#list(filter), dropped, log: this.#log });
  }

  #sleep(): void {
    this.#stop?.();
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#stop = this.#heartbeat = null;
  }

  #schedule(): void {
    for (const feed of this.#feeds.values()) feed.schedule();
  }

  #write(text: string): void {
    for (const feed of this.#feeds.values()) feed.write(text);
  }

  async #list(filter: TableFilter): Promise<string> {
    const { tables, people } = await this.#tables.list(filter);
    return JSON.stringify({ tables: tables.map(publicFields), people } satisfies LiveList);
  }
}

/** What a request looks for, by its address. */
function filterIn({ url }: Request): TableFilter {
  const { searchParams } = new URL(url, 'http://localhost');
  const filter = parse(tableFilter, Object.fromEntries(searchParams));
  // So that there are only so many lists.
  const isKnown = filter.kind === undefined || TABLE_KINDS.includes(filter.kind);
  if (!isKnown) throw new RefusedError('bad_request');
  return filter;
}

const event = (json: string): string => `data: ${json}\n\n`;

/** Field by field, so that nothing else can ever get out. */
const publicFields = (table: PublicTable): PublicTable => ({
  code: table.code,
  game: table.game,
  name: table.name,
  phase: table.phase,
  progress: table.progress,
  seats: table.seats,
  bots: table.bots,
  maxSeats: table.maxSeats,
  people: table.people,
  mode: table.mode,
  language: table.language,
  watchers: table.watchers,
  isFree: table.isFree,
});
