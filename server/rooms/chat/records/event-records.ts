import type { ConversationEvent, ConversationState } from '../../../../shared/chat/types.ts';
import { playerId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import type { EntryStore, StoredDocument } from '../../../storage/types.ts';
import { forgetWords } from '../forgetting/forget-words.ts';
import type { News } from '../news.ts';
import type { History } from './history.ts';
import { listOf, listOwner } from './memberships.ts';
import { type ChatRecords, LEFT, type MemberRecord, ownerOf } from './records.ts';

/** The place in the directory is brought up to date at most this often, ms. */
const RANK_EVERY_MS = 10 * 60 * 1_000;

/** What some people have to hear of what was written. */
export type Concerns = Pick<News, 'mentions' | 'unmentioned' | 'forgotten' | 'members'>;

export interface EventRecordsPorts {
  readonly entries: EntryStore;
  readonly history: History;
  readonly records: ChatRecords;
  /** Somebody has to hear of something with the next head. */
  concern(concerns: Partial<Concerns>): void;
}

/** The records of one conversation besides its head: members, mentions, who wrote, what moderators did. Repeatable. */
export class EventRecords {
  readonly #id: string;
  readonly #ports: EventRecordsPorts;
  readonly #writers = new Set<string>();
  #withHead: readonly StoredDocument[] = [];
  #rankedAt = 0;

  constructor(id: string, ports: EventRecordsPorts) {
    this.#id = id;
    this.#ports = ports;
  }

  /** Rows that may wait for the next head, and have to be put before it; then `stored` is told. */
  get withHead(): readonly StoredDocument[] {
    return this.#withHead;
  }

  stored(rows: readonly StoredDocument[]): void {
    this.#withHead = this.#withHead.filter((row) => !rows.includes(row));
  }

  /**
   * Writes what lists and searches need to know of one event.
   * @param count messages that were there before
   */
  async write(
    entry: Entry<ConversationEvent>,
    event: ConversationEvent,
    state: ConversationState,
    count: number,
  ): Promise<void> {
    const { records } = this.#ports;
    const id = this.#id;
    switch (event.type) {
      case 'memberChanged': {
        const { id: person, standing, role } = event.member;
        if (standing !== 'active') await this.#putWriters();
        if (standing === 'left') await this.#leave(person, state);
        else {
          const by = event.by || openerOf(state, person);
          const since = await this.#sinceOf(person, state, count);
          const member: MemberRecord = { conversation: id, standing, role, by, since };
          const owner = listOwner(listOf(member), person);
          await records.members.put(`${id}:${person}`, member, { owner, rank: entry.at });
        }
        this.#ports.concern({ members: [{ person, standing }] });
        await this.#noteLeft(state, entry.at);
        if (event.by !== '' && event.by !== person) await this.#audit(entry, event.by, standing, person);
        return;
      }
      case 'memberErased':
        this.#ports.history.forget(event.person);
        await this.#putWriters();
        await records.members.remove(`${id}:${event.person}`);
        await records.readings.remove(`${id}:${event.person}`);
        this.#ports.concern({
          members: [{ person: event.person, standing: 'left' }],
          forgotten: [event.person],
        });
        return this.#noteLeft(state, entry.at);
      case 'posted':
        await this.#noteWriter(event.message.author, state);
        await this.#noteActivity(entry.at);
        if (event.message.audience !== 'all') return;
        for (const person of event.message.mentions) {
          const { no, author } = event.message;
          const mention = { conversation: id, seq: entry.seq, no, author };
          await records.mentions.put(`${id}:${entry.seq}:${person}`, mention, {
            owner: person,
            rank: entry.at,
          });
          this.#ports.concern({ mentions: [{ person, seq: entry.seq, no, author }] });
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

  /**
   * Whoever wants to be forgotten is looked for among members and writers: who is a member of a lobby is noted as a writer
   * with the next head, and before they are none any more.
   */
  async #noteWriter(person: string, { kind, members }: ConversationState): Promise<void> {
    if (this.#writers.has(person)) return;
    const { writers } = this.#ports.records;
    const row = writers.row(`${this.#id}:${person}`, { conversation: this.#id }, { owner: person });
    this.#withHead = [...this.#withHead, row];
    this.#writers.add(person);
    const isMember = kind === 'public' && members.get(playerId(person))?.standing === 'active';
    if (!isMember) await this.#putWriters();
  }

  async #putWriters(): Promise<void> {
    const rows = this.#withHead;
    if (rows.length === 0) return;
    await this.#ports.records.writers.putAll(rows);
    this.stored(rows);
  }

  async #forget(seq: number): Promise<void> {
    for (const person of await forgetWords(this.#id, seq, this.#ports))
      this.#ports.concern({ unmentioned: [{ person, seq }] });
  }

  /** How many messages were there when somebody came; in a direct talk every message is for both. */
  async #sinceOf(person: string, { kind }: ConversationState, count: number): Promise<number> {
    if (kind === 'direct') return 0;
    const before = await this.#ports.records.members.get(`${this.#id}:${person}`);
    return before?.standing === 'active' ? before.since : count;
  }

  async #audit(entry: Entry<ConversationEvent>, by: string, action: string, target: string): Promise<void> {
    const record = { conversation: this.#id, by, action, target, at: entry.at };
    await this.#ports.records.audits.put(`${this.#id}:${entry.seq}`, record, {
      owner: this.#id,
      rank: entry.at,
    });
  }
}

/** Who opened a private conversation in which this person finds themselves. */
const openerOf = ({ kind, members }: ConversationState, person: string): string => {
  const others = [...members.values()].filter(({ id }) => id !== person);
  if (kind === 'direct') return others[0]?.id ?? '';
  return (kind === 'group' && others.find(({ role }) => role === 'owner')?.id) || '';
};
