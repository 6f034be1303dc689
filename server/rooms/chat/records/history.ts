import { conversation } from '../../../../shared/chat/conversation.ts';
import { emptied, postedMessage, targetOf, withChange } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, Message, Target } from '../../../../shared/chat/types.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { readEntry } from '../../../storage/journal.ts';
import { type EntryStore, MAX_ROWS, type StoredEntry } from '../../../storage/types.ts';

/** Messages in one page. */
export const PAGE = 50;
/** Entries that a catch-up looks through before it gives up. */
const MAX_CATCHUP = 300;

export const streamOf = (conversationId: string): string => `chat:${conversationId}`;

/** What the store's pages, answers and searches know of an entry. */
export function indexOf(
  entry: Entry<ConversationEvent>,
): Pick<StoredEntry, 'kind' | 'target' | 'author' | 'text'> {
  for (const event of entry.events) {
    if (event.type === 'posted') {
      const { author, text } = event.message;
      return { kind: 'message', target: null, author, text: text || null };
    }
    if ('target' in event) return { kind: 'change', target: event.target, author: null, text: null };
  }
  return { kind: 'control', target: null, author: null, text: null };
}

/** Messages as they are now: what was written, and every change to it. All may reject with `Unavailable`. */
export class History {
  readonly #entries: EntryStore;
  readonly #forgotten = new Set<string>();

  constructor(entries: EntryStore) {
    this.#entries = entries;
  }

  /** From now on whatever this person wrote reads as empty, wherever the work on it in the store has come to. */
  forget(person: string): void {
    this.#forgotten.add(person);
  }

  /** What a person wrote in a conversation after a `seq`, ascending; costs as much as that. */
  async ofAuthor(id: string, author: string, seq: number): Promise<Message[]> {
    return this.#messages(id, await this.#entries.ofAuthor(streamOf(id), author, seq, PAGE));
  }

  /** The messages before a `seq` (null: the newest), ascending. The same effort at any depth. */
  async before(
    id: string,
    seq: number | null,
    limit = PAGE,
  ): Promise<{ messages: Message[]; hasMore: boolean }> {
    const rows = await this.#entries.before(streamOf(id), seq, limit + 1, 'message');
    const hasMore = rows.length > limit;
    return { messages: await this.#messages(id, hasMore ? rows.slice(1) : rows), hasMore };
  }

  /** The messages after a `seq`, ascending. */
  async after(id: string, seq: number, limit = PAGE): Promise<{ messages: Message[]; hasMore: boolean }> {
    const rows = await this.#entries.after(streamOf(id), seq, limit + 1, 'message');
    return { messages: await this.#messages(id, rows.slice(0, limit)), hasMore: rows.length > limit };
  }

  async message(id: string, seq: number): Promise<Message | null> {
    const row = (await this.#entries.after(streamOf(id), seq - 1, 1)).find((each) => each.seq === seq);
    return row?.kind === 'message' ? ((await this.#messages(id, [row]))[0] ?? null) : null;
  }

  /** What a command needs to know of a message; null when there is no such message. */
  async target(id: string, seq: number): Promise<Target | null> {
    const [message, changes] = await Promise.all([
      this.message(id, seq),
      this.#entries.about(streamOf(id), [seq]),
    ]);
    return message && targetOf(message, changes.length);
  }

  /** Messages that came or changed after an entry; incomplete when there were too many. */
  async since(id: string, seq: number): Promise<{ messages: Message[]; seq: number; isComplete: boolean }> {
    const rows = await this.#entries.after(streamOf(id), seq, MAX_CATCHUP + 1);
    const seen = rows.slice(0, MAX_CATCHUP);
    const last = seen.at(-1)?.seq ?? seq;
    if (rows.length > MAX_CATCHUP)
      return { messages: [], seq: await this.#entries.last(streamOf(id)), isComplete: false };
    // Whoever was forgotten meanwhile may have written anything: the pages are to be read again.
    const controls = seen.filter((row) => row.kind === 'control');
    if (controls.some((row) => eventsOf(id, row).some(({ type }) => type === 'memberErased')))
      return { messages: [], seq: last, isComplete: false };
    const fresh = seen.filter((row) => row.kind === 'message');
    const known = new Set(fresh.map((row) => row.seq));
    const targets = new Set(
      seen.map((row) => row.target).filter((target) => target !== null && !known.has(target)),
    );
    const changed = await Promise.all([...targets].map((target) => this.message(id, target!)));
    const messages = [...changed.filter((message) => message !== null), ...(await this.#messages(id, fresh))];
    return { messages: messages.sort((a, b) => a.seq - b.seq), seq: last, isComplete: true };
  }

  /** Who wrote what, found by words. */
  async search(ids: readonly string[], query: string): Promise<{ conversation: string; message: Message }[]> {
    const found = await this.#entries.search(ids.slice(0, MAX_ROWS).map(streamOf), query, PAGE);
    const hits = await Promise.all(
      found.map(async ({ stream, seq }) => {
        const id = stream.slice(streamOf('').length);
        const message = await this.message(id, seq);
        return message && message.deletedBy === '' ? { conversation: id, message } : null;
      }),
    );
    return hits.filter((hit) => hit !== null);
  }

  async #messages(id: string, rows: readonly StoredEntry[]): Promise<Message[]> {
    const messages = new Map<number, Message>();
    for (const row of rows) {
      for (const event of eventsOf(id, row)) {
        if (event.type === 'posted') messages.set(row.seq, postedMessage(row.seq, event));
      }
    }
    if (messages.size === 0) return [];
    for (const row of await this.#entries.about(streamOf(id), [...messages.keys()])) {
      const message = row.target === null ? undefined : messages.get(row.target);
      if (!message) continue;
      messages.set(message.seq, eventsOf(id, row).reduce(withChange, message));
    }
    return [...messages.values()].map((message) =>
      message.deletedBy === '' && this.#forgotten.has(message.author)
        ? emptied(message, message.author)
        : message,
    );
  }
}

/** The events of a row; none when it cannot be read, which opening the conversation reports. */
function eventsOf(id: string, row: StoredEntry): readonly ConversationEvent[] {
  const entry = readEntry(conversation, matchId(id), row, row.seq);
  return typeof entry === 'string' ? [] : entry.events;
}
