import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent, ConversationState } from '../../../../shared/chat/types.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Entry, Log } from '../../../../shared/engine/ports.ts';
import { readEntry } from '../../../storage/journal.ts';
import { type EntryStore, MAX_ROWS } from '../../../storage/types.ts';
import type { News } from '../news.ts';
import { type Concerns, EventRecords } from './event-records.ts';
import { headAfter, mended, NO_HEAD } from './head.ts';
import { type History, streamOf } from './history.ts';
import type { ChatRecords, Head } from './records.ts';

/** Pause before a failed step is tried again, ms. */
const AGAIN_MS = 1_000;
/**
 * In a busy conversation entries that come within this time share one note of how far the records go, ms. In a lobby as
 * long as lists wait with what goes on there: each list takes in every note.
 */
const GATHER_MS = 200;
const LOBBY_GATHER_MS = 1_000;

export interface ProjectionPorts {
  readonly entries: EntryStore;
  readonly history: History;
  readonly records: ChatRecords;
  readonly log: Log;
  /** Called when the records of some entries are written; what is new after them waits for it. */
  notify(news: Omit<News, 'author'>): Promise<void>;
}

interface Awaited {
  readonly seq: number;
  resolve(): void;
}

/**
 * Writes what lists and searches need to know of a conversation, one entry after the other. The head says how far it
 * came, so a crash loses nothing: the next one to open the conversation goes on from there. Every step is repeatable.
 */
export class Projection {
  readonly #id: string;
  readonly #ports: ProjectionPorts;
  readonly #shownAs: (person: string) => string;
  #head: Head;
  readonly #waiting: { entry: Entry<ConversationEvent>; state: ConversationState }[] = [];
  #running: Promise<void> | null = null;
  #isClosed = false;
  /** How far the stored head goes. */
  #headSeq: number;
  /** What some people have to hear with the next head. */
  #concerns: Concerns = NO_CONCERNS;
  /** When the head may be written again, by `performance.now()`. */
  #nextAt = 0;
  #isHurried = false;
  #awaited: readonly Awaited[] = [];
  /** Ends a pause. */
  #wake: () => void = () => {};
  readonly #records: EventRecords;

  private constructor(id: string, ports: ProjectionPorts, head: Head, shownAs: (person: string) => string) {
    this.#id = id;
    this.#ports = ports;
    this.#shownAs = shownAs;
    this.#head = head;
    this.#headSeq = head.seq;
    this.#records = new EventRecords(id, { ...ports, concern: (concerns) => this.#concern(concerns) });
  }

  /**
   * Catches up with a stream whose fold is `state`. May reject with `Unavailable`.
   * @param shownAs what somebody is called there while that is more than their name; else `''`
   */
  static async open(
    id: string,
    state: ConversationState,
    ports: ProjectionPorts,
    shownAs: (person: string) => string = () => '',
  ): Promise<Projection> {
    const stored = (await ports.records.heads.get(id)) ?? NO_HEAD;
    const head = await mended(id, stored, ports.history);
    if (head !== stored) await ports.records.heads.put(id, head);
    const projection = new Projection(id, ports, head, shownAs);
    for (let seq = head.seq; ; ) {
      const rows = await ports.entries.after(streamOf(id), seq, MAX_ROWS);
      const last = rows.at(-1);
      if (!last) return projection;
      seq = last.seq;
      for (const row of rows) {
        const entry = readEntry(conversation, matchId(id), row, row.seq);
        if (typeof entry !== 'string') projection.add(entry, state);
      }
      await projection.settled();
    }
  }

  /** Takes the next entry; its records follow soon. */
  add(entry: Entry<ConversationEvent>, state: ConversationState): void {
    this.#waiting.push({ entry, state });
    this.#wake();
    this.#start();
  }

  /** Resolves when the records of an entry and of all before it, the head included, are written, or this is closed. */
  written(seq: number): Promise<void> {
    if (this.#headSeq >= seq || this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaited = [...this.#awaited, { seq, resolve }];
      this.#wake();
    });
  }

  /** Writes what waits at once; resolves when nothing does. */
  async settled(): Promise<void> {
    this.#isHurried = true;
    while (this.#running) {
      this.#wake();
      await this.#running;
    }
    this.#isHurried = false;
  }

  /** Gives up what waits; the next one to open the conversation does it. */
  close(): void {
    this.#isClosed = true;
    this.#release(Number.POSITIVE_INFINITY);
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // Something may have come after the last look.
      if (this.#isBehind && !this.#isClosed) this.#start();
    });
  }

  async #run(): Promise<void> {
    while (this.#isBehind && !this.#isClosed) {
      try {
        await this.#writeRecords();
        const restMs = this.#nextAt - performance.now();
        // Whoever is concerned in person does not wait, nor whoever wants to know that it is done.
        const mayWait = this.#concerns === NO_CONCERNS && !this.#isHurried && this.#awaited.length === 0;
        if (restMs > 0 && mayWait) await this.#pause(restMs);
        else await this.#writeHead();
      } catch (error) {
        this.#ports.log.warn({ err: error, conversation: this.#id }, 'records of a conversation wait');
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  get #isBehind(): boolean {
    return this.#waiting.length > 0 || this.#head.seq > this.#headSeq;
  }

  async #writeRecords(): Promise<void> {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const { entry, state } = next;
      if (entry.events.every(isLeaving))
        await Promise.all(
          entry.events.map((event) => this.#records.write(entry, event, state, this.#head.no)),
        );
      else for (const event of entry.events) await this.#records.write(entry, event, state, this.#head.no);
      const head = await mended(this.#id, headAfter(this.#head, entry, state), this.#ports.history);
      this.#head = { ...head, shownAs: head.author === '' ? '' : this.#shownAs(head.author) };
      this.#waiting.shift();
    }
  }

  #release(upTo: number): void {
    const isDone = ({ seq }: Awaited) => seq <= upTo;
    for (const { resolve } of this.#awaited.filter(isDone)) resolve();
    this.#awaited = this.#awaited.filter((each) => !isDone(each));
  }

  /** Notes how far the records go; whoever has to hear of them hears once. */
  async #writeHead(): Promise<void> {
    const head = this.#head;
    const { heads } = this.#ports.records;
    const rows = this.#records.withHead;
    await heads.putAll([...rows, heads.row(this.#id, head)]);
    this.#records.stored(rows);
    const news = { conversation: this.#id, from: this.#headSeq, head, ...this.#concerns };
    this.#headSeq = head.seq;
    this.#nextAt = performance.now() + (head.kind === 'public' ? LOBBY_GATHER_MS : GATHER_MS);
    this.#concerns = NO_CONCERNS;
    this.#release(head.seq);
    await this.#ports.notify(news);
  }

  /** Until the time is over, or there is something to write. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #concern({ mentions = [], unmentioned = [], forgotten = [], members = [] }: Partial<Concerns>): void {
    const before = this.#concerns;
    this.#concerns = {
      mentions: [...before.mentions, ...mentions],
      unmentioned: [...before.unmentioned, ...unmentioned],
      forgotten: [...before.forgotten, ...forgotten],
      members: [...before.members, ...members],
    };
  }
}

/** Many may leave at once, and none of them minds the others. */
const isLeaving = (event: ConversationEvent): boolean =>
  event.type === 'memberChanged' && event.member.standing === 'left';

const NO_CONCERNS: Concerns = { mentions: [], unmentioned: [], forgotten: [], members: [] };
