import { z } from 'zod';
import { isWithin } from '../../shared/core/time.ts';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS, type StoredDocument } from '../storage/types.ts';
import type { Login } from './logins.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A session that was not used for so long is over: of a guest, and of somebody with an account, who can log in again. */
export const GUEST_IDLE_MS = 30 * DAY_MS;
export const ACCOUNT_IDLE_MS = 14 * DAY_MS;
/** No session lasts longer. */
const SESSION_MAX_MS = 90 * DAY_MS;
/** How long the old secret of a session still opens it after it got another one, for requests under way. */
export const OLD_SECRET_MS = 10_000;
/** "Seen" is written at most this often. */
const SEEN_EVERY_MS = 60 * 60 * 1_000;

export const sessionSchema = z.object({
  person: z.string(),
  /** Names the session in lists; no credential. */
  publicId: z.string(),
  madeAt: z.int(),
  /** What the browser calls itself, in a word or two. */
  browser: z.string(),
  /** Of the login that it was opened with; empty for a guest. */
  generation: z.string().default(''),
  /** The session has another secret from that generation on; this one works a little longer. */
  next: z.object({ generation: z.string(), until: z.int() }).nullable().default(null),
});
export type SessionRecord = z.output<typeof sessionSchema>;

/** Whether a session still opens anything. A new password ends all earlier ones by being written, at once and for good. */
export function isAlive(
  { generation, next, madeAt }: SessionRecord,
  seenAt: number,
  login: Login | null,
  now: number,
): boolean {
  const idleMs = login ? ACCOUNT_IDLE_MS : GUEST_IDLE_MS;
  if (now - seenAt > idleMs || now - madeAt > SESSION_MAX_MS) return false;
  if (!login || login.generation === generation) return true;
  return next?.generation === login.generation && isWithin(next.until - OLD_SECRET_MS, OLD_SECRET_MS, now);
}

/**
 * When each session was last seen, epoch ms. Apart from the sessions, so that noting it cannot bring one back that ends
 * at the same moment. One without a sighting was seen when it was made: that is its rank, and the sweep goes by it.
 */
export class Sightings {
  readonly #documents: DocumentStore;
  readonly #seen: Shelf<{ at: number }>;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
    this.#seen = new Shelf(documents, 'seen', z.object({ at: z.int() }));
  }

  isDue(seenAt: number, now: number): boolean {
    return !isWithin(seenAt, SEEN_EVERY_MS, now);
  }

  note(hash: string, person: string, at: number): Promise<void> {
    return this.#documents.put(this.row(hash, person, at));
  }

  /** A session is about to end: what is left of its person is swept as if it were there, by when it was seen last. */
  async keep(hash: string, { person, madeAt }: SessionRecord): Promise<void> {
    await this.#documents.insert(this.row(hash, person, madeAt));
  }

  /** What `note` would put, for `putInOrder`. */
  row(hash: string, person: string, at: number): StoredDocument {
    return this.#seen.row(hash, { at }, { owner: person, rank: at });
  }

  async of(hash: string): Promise<number | null> {
    return (await this.#seen.get(hash))?.at ?? null;
  }

  /** By the hash of the session. */
  async ofAll(person: string): Promise<Map<string, number>> {
    const rows = await this.#seen.list(person, { limit: MAX_ROWS });
    return new Map([...rows].map(([hash, { at }]) => [hash, at]));
  }

  /** Of these sessions, by hash. */
  async ofMany(hashes: readonly string[]): Promise<Map<string, number>> {
    const seen = new Map<string, number>();
    for (let i = 0; i < hashes.length; i += MAX_ROWS) {
      for (const [hash, { at }] of await this.#seen.getMany(hashes.slice(i, i + MAX_ROWS)))
        seen.set(hash, at);
    }
    return seen;
  }

  /**
   * Sessions that were not seen since, also those that have ended. Others that are as old stand where they were seen from
   * now on, so that the next time does not come upon them: `moved` says how many.
   */
  async before(
    at: number,
    limit: number,
  ): Promise<{ idle: { hash: string; person: string }[]; moved: number }> {
    const [seen, made] = await Promise.all([
      this.#documents.below('seen', at, limit),
      this.#documents.below('session', at, limit),
    ]);
    const owners = new Map(seen.map(({ id, owner }) => [id, owner]));
    const seenAt = await this.ofMany(made.map(({ id }) => id));
    let moved = 0;
    for (const { id, owner } of made) {
      const since = seenAt.get(id) ?? 0;
      if (since < at) owners.set(id, owner);
      else if (await this.#documents.rerank('session', id, since)) moved++;
    }
    const idle = [...owners].map(([hash, person]) => ({ hash, person }));
    return { idle: idle.slice(0, limit), moved };
  }

  remove(hash: string): Promise<boolean> {
    return this.#seen.remove(hash);
  }

  /** Removes all of a person. */
  async forget(person: string): Promise<void> {
    for (const hash of (await this.ofAll(person)).keys()) await this.remove(hash);
  }
}
