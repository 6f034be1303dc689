import { nanoid } from 'nanoid';
import { z } from 'zod';
import { playerId } from '../../shared/core/ids.ts';
import type { Clock, Entropy, Log } from '../../shared/engine/ports.ts';
import type { Person } from '../../shared/table/types.ts';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../storage/types.ts';
import { Cache } from './cache.ts';
import { makeGuestName } from './guest-names.ts';

/** Markers to choose from. */
const MARKERS = 10;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A session that was not used for so long is over: of a guest, and of somebody with an account, who can sign in again. */
export const GUEST_IDLE_MS = 30 * DAY_MS;
export const ACCOUNT_IDLE_MS = 14 * DAY_MS;
/** No session lasts longer. */
const SESSION_MAX_MS = 90 * DAY_MS;
/** "Seen" is written at most this often. */
const SEEN_EVERY_MS = 60 * 60 * 1_000;
/** What was read stays good for so long; the end of a session is told to every process at once. */
const CACHE_MS = 30_000;
const MAX_CACHED = 20_000;

const personSchema = z.object({
  name: z.string(),
  marker: z.int(),
  /** Chose the name, instead of having been given one. */
  isNamed: z.boolean(),
  hasAccount: z.boolean(),
  madeAt: z.int(),
});
type PersonRecord = z.output<typeof personSchema>;

const sessionSchema = z.object({
  person: z.string(),
  /** Names the session in lists; no credential. */
  publicId: z.string(),
  madeAt: z.int(),
  seenAt: z.int(),
  /** What the browser calls itself, in a word or two. */
  browser: z.string(),
});
export type SessionRecord = z.output<typeof sessionSchema>;

/** A person and the session that proved it. */
export interface Visitor {
  readonly person: Person;
  /** The public id of the session. */
  readonly session: string;
  readonly sessionHash: string;
  readonly isNamed: boolean;
  readonly hasAccount: boolean;
}

/** Sessions that are over: one by its public id, or those of a person, except perhaps one. */
export type EndedSessions =
  | { readonly session: string }
  | { readonly person: string; readonly except?: string };

export interface IdentityPorts {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Called when sessions end: every process shall close their sockets and call `onEnded`. */
  tell(ended: EndedSessions): void;
}

/** Who is who, durably. A session is known by its SHA-256 only. Everything may reject with `Unavailable`. */
export class Identities {
  readonly #ports: IdentityPorts;
  readonly #persons: Shelf<PersonRecord>;
  readonly #sessions: Shelf<SessionRecord>;
  readonly #cache: Cache<Visitor & { readonly seenAt: number }>;
  readonly #faces: Cache<PersonRecord>;

  constructor(ports: IdentityPorts) {
    this.#ports = ports;
    this.#persons = new Shelf(ports.documents, 'person', personSchema);
    this.#sessions = new Shelf(ports.documents, 'session', sessionSchema);
    this.#cache = new Cache(MAX_CACHED, CACHE_MS, ports.clock);
    this.#faces = new Cache(MAX_CACHED, CACHE_MS, ports.clock);
  }

  /** Makes a guest with a friendly name, and their first session. */
  async createGuest(sessionHash: string, browser = ''): Promise<Visitor> {
    const rng = this.#ports.entropy.rng();
    const id = nanoid(12);
    const record: PersonRecord = {
      name: makeGuestName(rng),
      marker: rng.int(MARKERS),
      isNamed: false,
      hasAccount: false,
      madeAt: this.#ports.clock.now(),
    };
    await this.#persons.put(id, record);
    return this.beginSession(id, sessionHash, browser);
  }

  /** A new session of somebody who is known. @throws Error when nobody has this id */
  async beginSession(person: string, sessionHash: string, browser: string): Promise<Visitor> {
    const now = this.#ports.clock.now();
    const session: SessionRecord = { person, publicId: nanoid(12), madeAt: now, seenAt: now, browser };
    await this.#sessions.put(sessionHash, session, { owner: person, rank: now });
    const visitor = await this.bySession(sessionHash);
    if (!visitor) throw new Error('there is no such person');
    return visitor;
  }

  /** The person of a session, who is seen now; null when there is none, or not any more. */
  async bySession(sessionHash: string): Promise<Visitor | null> {
    const now = this.#ports.clock.now();
    const cached = this.#cache.get(sessionHash);
    if (cached && now - cached.seenAt < SEEN_EVERY_MS) return cached;
    const session = await this.#sessions.get(sessionHash);
    const record = session && (await this.#persons.get(session.person));
    if (!session || !record) return null;
    const idleMs = record.hasAccount ? ACCOUNT_IDLE_MS : GUEST_IDLE_MS;
    if (now - session.seenAt > idleMs || now - session.madeAt > SESSION_MAX_MS) return null;
    const isStale = now - session.seenAt >= SEEN_EVERY_MS;
    const seenAt = isStale ? now : session.seenAt;
    if (isStale) {
      await this.#sessions.put(sessionHash, { ...session, seenAt }, { owner: session.person, rank: seenAt });
    }
    const visitor = {
      person: personOf(session.person, record),
      session: session.publicId,
      sessionHash,
      isNamed: record.isNamed,
      hasAccount: record.hasAccount,
      seenAt,
    };
    this.#cache.set(sessionHash, visitor);
    return visitor;
  }

  /** Those of these people who are known. */
  async byIds(ids: readonly string[]): Promise<Person[]> {
    const people: Person[] = [];
    const missing: string[] = [];
    for (const id of ids) {
      const record = this.#faces.get(id);
      if (record) people.push(personOf(id, record));
      else missing.push(id);
    }
    for (let i = 0; i < missing.length; i += MAX_ROWS) {
      for (const [id, record] of await this.#persons.getMany(missing.slice(i, i + MAX_ROWS))) {
        this.#faces.set(id, record);
        people.push(personOf(id, record));
      }
    }
    return people;
  }

  /** Changes what others see of a person; null when nobody has this id. A name given here counts as chosen. */
  async change(
    person: string,
    patch: { readonly name?: string; readonly marker?: number; readonly hasAccount?: boolean },
  ): Promise<Person | null> {
    const before = await this.#persons.get(person);
    if (!before) return null;
    const record = { ...before, ...patch, isNamed: before.isNamed || patch.name !== undefined };
    await this.#persons.put(person, record);
    this.#forget(person);
    return personOf(person, record);
  }

  /** The sessions of a person, the one used last first, by their hash. */
  async sessionsOf(person: string): Promise<Map<string, SessionRecord>> {
    return this.#sessions.list(person, { limit: MAX_ROWS });
  }

  /** Ends sessions and tells every process. Repeatable. */
  async end(person: string, ended: EndedSessions): Promise<void> {
    for (const [hash, { publicId }] of await this.sessionsOf(person)) {
      const isOver = 'session' in ended ? publicId === ended.session : publicId !== ended.except;
      if (isOver) await this.#sessions.remove(hash);
    }
    this.onEnded(ended);
    this.#ports.tell(ended);
  }

  /** Forgets a person for good, when all their sessions are over. Repeatable. */
  async remove(person: string): Promise<void> {
    await this.end(person, { person });
    await this.#persons.remove(person);
    this.#forget(person);
  }

  /** Sessions ended, perhaps on another process. */
  onEnded(ended: EndedSessions): void {
    this.#cache.forget((visitor) =>
      'session' in ended ? visitor.session === ended.session : visitor.person.id === ended.person,
    );
  }

  /** Somebody changed, perhaps on another process. */
  onChanged(person: string): void {
    this.#forget(person);
  }

  /** Forgets guests who were not here for long, a few at a time. Resolves to how many sessions went. */
  async sweep(limit = 100): Promise<number> {
    const rows = await this.#ports.documents.below('session', this.#ports.clock.now() - GUEST_IDLE_MS, limit);
    for (const { id, owner } of rows) {
      await this.#sessions.remove(id);
      const record = await this.#persons.get(owner);
      if (!record || record.hasAccount || (await this.sessionsOf(owner)).size > 0) continue;
      await this.#persons.remove(owner);
      this.#forget(owner);
    }
    return rows.length;
  }

  #forget(person: string): void {
    this.#faces.delete(person);
    this.#cache.forget((visitor) => visitor.person.id === person);
  }
}

const personOf = (id: string, { name, marker }: PersonRecord): Person => ({ id: playerId(id), name, marker });
