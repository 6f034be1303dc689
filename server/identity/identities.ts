import { LRUCache } from 'lru-cache';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { playerId } from '../../shared/core/ids.ts';
import type { Clock, Entropy, Log } from '../../shared/engine/ports.ts';
import { MARKER_COUNT } from '../../shared/table/persons.ts';
import type { Person } from '../../shared/table/types.ts';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../storage/types.ts';
import { type EndedSessions, hasEnded } from './ended-sessions.ts';
import { makeGuestName } from './guest-names.ts';
import { HeldNames } from './held-names.ts';
import { type Login, loginsIn } from './logins.ts';
import { isAlive, OLD_SECRET_MS, type SessionRecord, Sightings, sessionSchema } from './session-life.ts';

export { ACCOUNT_IDLE_MS, GUEST_IDLE_MS } from './session-life.ts';

/** What was read stays good for so long; the end of a session is told to every process at once. */
const CACHE_MS = 30_000;
const MAX_CACHED = 20_000;
/** People whose sessions are looked up side by side. */
const PEOPLE_AT_ONCE = 100;

const personSchema = z.object({
  name: z.string(),
  marker: z.int(),
  /** Chose the name, instead of having been given one. */
  isNamed: z.boolean(),
  madeAt: z.int(),
});
type PersonRecord = z.output<typeof personSchema>;

/** A person and the session that proved it. */
export interface Visitor {
  readonly person: Person;
  /** The public id of the session. */
  readonly session: string;
  readonly sessionHash: string;
  readonly isNamed: boolean;
  readonly hasAccount: boolean;
}

/** A session as its owner may see it. Times are epoch ms. */
export interface SessionInfo {
  /** The public id; no credential. */
  readonly id: string;
  readonly browser: string;
  readonly madeAt: number;
  readonly seenAt: number;
}

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
  readonly #sightings: Sightings;
  readonly #logins: Shelf<Login>;
  readonly #names: HeldNames;
  /** Guests who are forgotten and left something elsewhere, until that is gone, too: by person. */
  readonly gone: Shelf<object>;
  readonly #cache: LRUCache<string, Visitor & { readonly seenAt: number }>;
  readonly #faces: LRUCache<string, PersonRecord>;
  /** Counts what makes earlier reads worthless: an answer that was under way then is not kept. */
  #changes = 0;

  constructor(ports: IdentityPorts) {
    this.#ports = ports;
    this.#persons = new Shelf(ports.documents, 'person', personSchema);
    this.#sessions = new Shelf(ports.documents, 'session', sessionSchema);
    this.#sightings = new Sightings(ports.documents);
    this.#logins = loginsIn(ports.documents);
    this.#names = new HeldNames(ports.documents);
    this.gone = new Shelf(ports.documents, 'gone', z.object({}));
    // By size, not by `max`: memory is taken when something is kept.
    const kept = {
      maxSize: MAX_CACHED,
      sizeCalculation: () => 1,
      ttl: CACHE_MS,
      ttlResolution: 0,
      perf: ports.clock,
    };
    this.#cache = new LRUCache(kept);
    this.#faces = new LRUCache(kept);
  }

  /** Makes a guest with a friendly name, and their first session. */
  async createGuest(sessionHash: string, browser = ''): Promise<Visitor> {
    const { clock, entropy, documents } = this.#ports;
    const rng = entropy.rng();
    const id = nanoid(12);
    const madeAt = clock.now();
    const record = { name: makeGuestName(rng), marker: rng.int(MARKER_COUNT), isNamed: false, madeAt };
    const session = newSession(id, madeAt, browser);
    // First the row that the sweep goes by: whatever is written after it does not stay for ever.
    await documents.putInOrder([
      this.#sessions.row(sessionHash, session, { owner: id, rank: madeAt }),
      this.#persons.row(id, record),
    ]);
    // Nobody knows of this person yet, so nobody can have changed them.
    const visitor = {
      person: personOf(id, record),
      session: session.publicId,
      sessionHash,
      isNamed: false,
      hasAccount: false,
      seenAt: madeAt,
    };
    this.#cache.set(sessionHash, visitor);
    return visitor;
  }

  /** A new session of somebody who proved who they are; null when they are gone, or have another login by now. */
  async beginSession(
    person: string,
    sessionHash: string,
    browser: string,
    generation = '',
  ): Promise<Visitor | null> {
    const madeAt = this.#ports.clock.now();
    const session = newSession(person, madeAt, browser, generation);
    await this.#ports.documents.putInOrder([
      this.#sightings.row(sessionHash, person, madeAt),
      this.#sessions.row(sessionHash, session, { owner: person, rank: madeAt }),
    ]);
    return this.bySession(sessionHash);
  }

  /**
   * Gives a session another secret, for when its person has a login of this generation. The old one opens it until then
   * and for some seconds more; it stays the same session to everybody else.
   */
  async renewSession({ person, sessionHash }: Visitor, newHash: string, generation: string): Promise<void> {
    const session = await this.#sessions.get(sessionHash);
    if (!session) return;
    const now = this.#ports.clock.now();
    const place = { owner: person.id, rank: session.madeAt };
    await this.#sightings.note(newHash, person.id, now);
    await this.#sessions.put(newHash, { ...session, generation, next: null }, place);
    const next = { generation, until: now + OLD_SECRET_MS };
    await this.#sessions.put(sessionHash, { ...session, next }, place);
  }

  /** The person of a session, who is seen now; null when there is none, or not any more. */
  async bySession(sessionHash: string): Promise<Visitor | null> {
    const now = this.#ports.clock.now();
    const cached = this.#cache.get(sessionHash);
    if (cached && !this.#sightings.isDue(cached.seenAt, now)) return cached;
    const changes = this.#changes;
    const [session, sighting] = await Promise.all([
      this.#sessions.get(sessionHash),
      this.#sightings.of(sessionHash),
    ]);
    if (!session) return null;
    const [record, login] = await Promise.all([
      this.#persons.get(session.person),
      this.#logins.get(session.person),
    ]);
    const before = sighting ?? session.madeAt;
    if (!record || !isAlive(session, before, login, now)) return null;
    const isDue = this.#sightings.isDue(before, now);
    if (isDue) await this.#sightings.note(sessionHash, session.person, now);
    const visitor = {
      person: personOf(session.person, record),
      session: session.publicId,
      sessionHash,
      isNamed: record.isNamed,
      hasAccount: login !== null,
      seenAt: isDue ? now : before,
    };
    const isLasting = login === null || login.generation === session.generation;
    if (isLasting && changes === this.#changes) this.#cache.set(sessionHash, visitor);
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
      const changes = this.#changes;
      for (const [id, record] of await this.#persons.getMany(missing.slice(i, i + MAX_ROWS))) {
        if (changes === this.#changes) this.#faces.set(id, record);
        people.push(personOf(id, record));
      }
    }
    return people;
  }

  /** Changes what others see of a person; null when nobody has this id. A name given here counts as chosen. */
  async change(
    person: string,
    patch: { readonly name?: string; readonly marker?: number },
  ): Promise<Person | null> {
    const before = await this.#persons.get(person);
    if (!before) return null;
    const record = { ...before, ...patch, isNamed: before.isNamed || patch.name !== undefined };
    await this.#persons.put(person, record);
    this.onChanged(person);
    return personOf(person, record);
  }

  /** When a person came first, epoch ms; null when nobody has this id. */
  async madeAt(person: string): Promise<number | null> {
    return (await this.#persons.get(person))?.madeAt ?? null;
  }

  /** The sessions of a person that open something, the one used last first. */
  async sessionsOf(person: string): Promise<SessionInfo[]> {
    return (await this.sessionsOfEach([person])).get(person) ?? [];
  }

  /** The same for many people, some at a time: their lists side by side, everything else in one question. */
  async sessionsOfEach(people: readonly string[]): Promise<Map<string, SessionInfo[]>> {
    const now = this.#ports.clock.now();
    const found = new Map<string, SessionInfo[]>();
    for (let i = 0; i < people.length; i += PEOPLE_AT_ONCE) {
      const some = people.slice(i, i + PEOPLE_AT_ONCE);
      const [lists, logins] = await Promise.all([
        Promise.all(some.map((person) => this.#sessions.list(person, { limit: MAX_ROWS }))),
        this.#logins.getMany(some),
      ]);
      const seen = await this.#sightings.ofMany(lists.flatMap((sessions) => [...sessions.keys()]));
      for (const [index, person] of some.entries()) {
        found.set(person, openAmong(lists[index]!, seen, logins.get(person) ?? null, now));
      }
    }
    return found;
  }

  /** Ends sessions and tells every process. Repeatable; every process hears of it even if the store is away. */
  async end(person: string, ended: EndedSessions): Promise<void> {
    try {
      let isMore = true;
      while (isMore) {
        const rows = await this.#sessions.list(person, { limit: MAX_ROWS });
        const over = [...rows].filter(([, { publicId }]) =>
          hasEnded(ended, { person: { id: person }, session: publicId }),
        );
        for (const [hash, session] of over) {
          await this.#sightings.keep(hash, session);
          await this.#sessions.remove(hash);
        }
        isMore = rows.size === MAX_ROWS && over.length > 0;
      }
    } finally {
      this.onEnded(ended);
      this.#ports.tell(ended);
    }
  }

  /** Forgets a person for good. Repeatable; what a crash leaves is swept. */
  async remove(person: string): Promise<void> {
    await this.#names.release(person);
    await this.#persons.remove(person);
    this.onChanged(person);
    await this.end(person, { person });
    await this.#sightings.forget(person);
  }

  /** Sessions ended, perhaps on another process. */
  onEnded(ended: EndedSessions): void {
    this.#changes++;
    this.#forget((visitor) =>
      'session' in ended ? visitor.session === ended.session : visitor.person.id === ended.person,
    );
  }

  #forget(isGone: (visitor: Visitor) => boolean): void {
    for (const [hash, visitor] of [...this.#cache]) if (isGone(visitor)) this.#cache.delete(hash);
  }

  /** Somebody changed, perhaps on another process. */
  onChanged(person: string): void {
    this.#changes++;
    this.#faces.delete(person);
    this.#forget((visitor) => visitor.person.id === person);
  }

  /** Forgets guests who were not here since `before` (epoch ms), a few at a time. Resolves to how many it looked at. */
  async sweep(before: number, limit = 100): Promise<number> {
    const { idle, moved } = await this.#sightings.before(before, limit);
    for (const { hash, person } of idle) {
      const sessions = await this.#sessions.list(person, { limit: 2 });
      const isOver = [...sessions.keys()].every((other) => other === hash);
      if (isOver && !(await this.#logins.get(person))) {
        // What else is kept for them goes by this note.
        await this.gone.put(person, {});
        await this.#names.release(person);
        await this.#persons.remove(person);
        this.onChanged(person);
      }
      // Last, so that a sweep that was cut off comes back to it.
      await this.#sessions.remove(hash);
      await this.#sightings.remove(hash);
    }
    return idle.length + moved;
  }
}

function openAmong(
  sessions: ReadonlyMap<string, SessionRecord>,
  seen: ReadonlyMap<string, number>,
  login: Login | null,
  now: number,
): SessionInfo[] {
  const found = new Map<string, SessionInfo>();
  for (const [hash, session] of sessions) {
    const { publicId: id, browser, madeAt } = session;
    const seenAt = Math.max(seen.get(hash) ?? madeAt, found.get(id)?.seenAt ?? 0);
    if (isAlive(session, seenAt, login, now)) found.set(id, { id, browser, madeAt, seenAt });
  }
  return [...found.values()].sort((a, b) => b.seenAt - a.seenAt);
}

const newSession = (person: string, madeAt: number, browser: string, generation = ''): SessionRecord => ({
  ...{ person, publicId: nanoid(12), madeAt, browser, generation, next: null },
});

const personOf = (id: string, { name, marker }: PersonRecord): Person => ({ id: playerId(id), name, marker });
