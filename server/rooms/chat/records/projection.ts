import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent, ConversationState } from '../../../../shared/chat/types.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Entry, Log } from '../../../../shared/engine/ports.ts';
import { readEntry } from '../../../storage/journal.ts';
import { type EntryStore, MAX_ROWS } from '../../../storage/types.ts';
import { forgetWords } from '../forgetting/forget-words.ts';
import type { News } from '../news.ts';
import { headAfter, mended, NO_HEAD } from './head.ts';
import { type History, streamOf } from './history.ts';
import { listOf, listOwner } from './memberships.ts';
import { type ChatRecords, type Head, LEFT, type MemberRecord, ownerOf } from './records.ts';

/** The place in the directory is brought up to date at most this often, ms. */
const RANK_EVERY_MS = 10 * 60 * 1_000;
/** Pause before a failed step is tried again, ms. */
const AGAIN_MS = 1_000;
/** In a busy conversation entries that come within this time share one note of how far the records go, ms. */
const GATHER_MS = 200;

type Concerns = Pick<News, 'mentions' | 'unmentioned' | 'forgotten' | 'members'>;

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
  readonly #writers = new Set<string>();
  #rankedAt = 0;

  private constructor(id: string, ports: ProjectionPorts, head: Head, shownAs: (person: string) => string) {
    this.#id = id;
    this.#ports = ports;
    this.#shownAs = shownAs;
    this.#head = head;
    this.#headSeq = head.seq;
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
        await Promise.all(entry.events.map((event) => this.#writeEvent(entry, event, state)));
      else for (const event of entry.events) await this.#writeEvent(entry, event, state);
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
    await this.#ports.records.heads.put(this.#id, head);
    const news = { conversation: this.#id, from: this.#headSeq, head, ...this.#concerns };
    this.#headSeq = head.seq;
    this.#nextAt = performance.now() + GATHER_MS;
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

  async #writeEvent(
    entry: Entry<ConversationEvent>,
    event: ConversationEvent,
    state: ConversationState,
  ): Promise<void> {
    const { records } = this.#ports;
    const id = this.#id;
    switch (event.type) {
      case 'memberChanged': {
        const { id: person, standing, role } = event.member;
        if (standing === 'left') await this.#leave(person, state);
        else {
          const by = event.by || openerOf(state, person);
          const since = await this.#sinceOf(person, state);
          const member: MemberRecord = { conversation: id, standing, role, by, since };
          const owner = listOwner(listOf(member), person);
          await records.members.put(`${id}:${person}`, member, { owner, rank: entry.at });
        }
        this.#concern({ members: [{ person, standing }] });
        await this.#noteLeft(state, entry.at);
        if (event.by !== '' && event.by !== person) await this.#audit(entry, event.by, standing, person);
        return;
      }
      case 'memberErased':
        this.#ports.history.forget(event.person);
        await records.members.remove(`${id}:${event.person}`);
        await records.readings.remove(`${id}:${event.person}`);
        this.#concern({
          members: [{ person: event.person, standing: 'left' }],
          forgotten: [event.person],
        });
        return this.#noteLeft(state, entry.at);
      case 'posted':
        await this.#noteWriter(event.message.author);
        await this.#noteActivity(entry.at);
        if (event.message.audience !== 'all') return;
        for (const person of event.message.mentions) {
          const { no, author } = event.message;
          const mention = { conversation: id, seq: entry.seq, no, author };
          await records.mentions.put(`${id}:${entry.seq}:${person}`, mention, {
            owner: person,
            rank: entry.at,
          });
          this.#concern({ mentions: [{ person, seq: entry.seq, no, author }] });
        }
        return;
      case 'deleted':
        await this.#audit(entry, event.by, 'deleted', String(event.target));
        return this.#forget(event.target);
      case 'edited':
        return this.#forget(event.target);
      case 'configured': {
        const setup = await records.conversations.get(id);
        if (!setup) return;
        const owner = ownerOf(setup.kind);
        const settings = { ...setup.settings, ...event.settings };
        await records.conversations.put(id, { ...setup, settings }, { owner, rank: entry.at });
        await this.#audit(entry, event.by, 'configured', '');
        return;
      }
      default:
        return;
    }
  }

  /** Whoever comes back to a lobby begins anew; in private it is known how far they read. */
  async #leave(person: string, { kind }: ConversationState): Promise<void> {
    const { members, readings, quiet } = this.#ports.records;
    const shelves = kind === 'public' ? [readings, quiet, members] : [members];
    await Promise.all(shelves.map((shelf) => shelf.remove(`${this.#id}:${person}`)));
  }

  /** A talk among few that nobody takes part in any more is kept for a while only (`left-talks.ts`). */
  async #noteLeft({ kind, members }: ConversationState, at: number): Promise<void> {
    if (kind !== 'direct' && kind !== 'group') return;
    const { conversations } = this.#ports.records;
    const setup = await conversations.get(this.#id);
    const isLeft = ![...members.values()].some(
      ({ standing }) => standing === 'active' || standing === 'asked',
    );
    if (setup) await conversations.put(this.#id, setup, { owner: isLeft ? LEFT : '', rank: at });
  }

  /** The directory shows the lobbies first that something happens in. */
  async #noteActivity(at: number): Promise<void> {
    if (at - this.#rankedAt < RANK_EVERY_MS) return;
    const { conversations } = this.#ports.records;
    const setup = await conversations.get(this.#id);
    if (setup?.kind === 'public') await conversations.put(this.#id, setup, { owner: 'public', rank: at });
    this.#rankedAt = at;
  }

  async #noteWriter(person: string): Promise<void> {
    if (this.#writers.has(person)) return;
    const writer = { conversation: this.#id };
    await this.#ports.records.writers.put(`${this.#id}:${person}`, writer, { owner: person });
    this.#writers.add(person);
  }

  async #forget(seq: number): Promise<void> {
    for (const person of await forgetWords(this.#id, seq, this.#ports))
      this.#concern({ unmentioned: [{ person, seq }] });
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

  /** How many messages were there when somebody came; in a direct talk every message is for both. */
  async #sinceOf(person: string, { kind }: ConversationState): Promise<number> {
    if (kind === 'direct') return 0;
    const before = await this.#ports.records.members.get(`${this.#id}:${person}`);
    return before?.standing === 'active' ? before.since : this.#head.no;
  }

  async #audit(entry: Entry<ConversationEvent>, by: string, action: string, target: string): Promise<void> {
    const record = { conversation: this.#id, by, action, target, at: entry.at };
    await this.#ports.records.audits.put(`${this.#id}:${entry.seq}`, record, {
      owner: this.#id,
      rank: entry.at,
    });
  }
}

/** Many may leave at once, and none of them minds the others. */
const isLeaving = (event: ConversationEvent): boolean =>
  event.type === 'memberChanged' && event.member.standing === 'left';

const NO_CONCERNS: Concerns = { mentions: [], unmentioned: [], forgotten: [], members: [] };

/** Who opened a private conversation in which this person finds themselves. */
const openerOf = ({ kind, members }: ConversationState, person: string): string => {
  const others = [...members.values()].filter(({ id }) => id !== person);
  if (kind === 'direct') return others[0]?.id ?? '';
  return (kind === 'group' && others.find(({ role }) => role === 'owner')?.id) || '';
};
