import {
  type Claim,
  type Directory,
  type Found,
  GRACE_MS,
  type Listing,
  NameTaken,
  nameOf,
  type Peer,
  type Quota,
  type RoomKey,
  type Versions,
} from './directory.ts';

/** A list of rooms, by rank. */
class Ranking {
  readonly #byRank = new Map<number, Set<RoomKey>>();
  rooms = 0;
  people = 0;

  add(key: RoomKey, rank: number, people: number): void {
    const equals = this.#byRank.get(rank) ?? new Set();
    this.#byRank.set(rank, equals.add(key));
    this.rooms++;
    this.people += people;
  }

  remove(key: RoomKey, rank: number, people: number): void {
    const equals = this.#byRank.get(rank);
    equals?.delete(key);
    if (equals?.size === 0) this.#byRank.delete(rank);
    this.rooms--;
    this.people -= people;
  }

  top(limit: number): { key: RoomKey; rank: number }[] {
    const found: { key: RoomKey; rank: number }[] = [];
    for (const rank of [...this.#byRank.keys()].sort((a, b) => b - a)) {
      for (const key of this.#byRank.get(rank) ?? []) {
        if (found.length === limit) return found;
        found.push({ key, rank });
      }
    }
    return found;
  }
}

interface Room {
  readonly since: number;
  readonly quotas: readonly string[];
  listing: Listing;
}

const UNLISTED: Listing = { people: 0, about: {}, ranks: {} };

/** What one process has. */
class Book {
  readonly rooms = new Map<RoomKey, Room>();
  readonly lists = new Map<string, Ranking>();
  readonly counts = new Map<string, number>();
  readonly versions: Versions;
  since = 0;
  until = 0;
  address: string | null = null;
  takesRooms = false;

  constructor(versions: Versions) {
    this.versions = versions;
  }

  put(key: RoomKey, room: Room): void {
    this.rooms.set(key, room);
    for (const quota of room.quotas) this.counts.set(quota, (this.counts.get(quota) ?? 0) + 1);
    this.#rank(key, room.listing);
  }

  remove(key: RoomKey): void {
    const room = this.rooms.get(key);
    if (!room) return;
    this.rooms.delete(key);
    for (const quota of room.quotas) {
      const left = (this.counts.get(quota) ?? 1) - 1;
      if (left > 0) this.counts.set(quota, left);
      else this.counts.delete(quota);
    }
    this.#unrank(key, room.listing);
  }

  list(key: RoomKey, listing: Listing): void {
    const room = this.rooms.get(key);
    if (!room) return;
    this.#unrank(key, room.listing);
    room.listing = listing;
    this.#rank(key, listing);
  }

  #rank(key: RoomKey, { ranks, people }: Listing): void {
    for (const [list, rank] of Object.entries(ranks)) {
      const ranking = this.lists.get(list) ?? new Ranking();
      this.lists.set(list, ranking);
      ranking.add(key, rank, people);
    }
  }

  #unrank(key: RoomKey, { ranks, people }: Listing): void {
    for (const [list, rank] of Object.entries(ranks)) this.lists.get(list)?.remove(key, rank, people);
  }
}

interface Settings {
  /** Epoch ms. */
  now(): number;
  /** `Infinity` where nobody else is. */
  readonly leaseMs: number;
  readonly settleMs: number;
  /** Resolves after so many ms. */
  pause(ms: number): Promise<unknown>;
}

/** A directory in memory, for one process or for several that are played in one. */
export class InProcessDirectory {
  readonly #settings: Settings;
  readonly #books = new Map<string, Book>();
  readonly #owners = new Map<RoomKey, string>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * The directory as this process sees it, which is alive from now on.
   * @param address where others reach it
   * @throws NameTaken
   */
  join(process: string, address: string | null = null, versions: Versions = {}): Directory {
    const other = this.#named(nameOf(process));
    if (other && other[0] !== process) throw new NameTaken(nameOf(process));
    const book = new Book(versions);
    book.address = address;
    this.#books.set(process, book);
    this.#renew(process);
    return {
      process,
      versions,
      addressOf: async (name) => this.#named(name)?.[1].address ?? null,
      claim: (key, quotas = []) => this.#claim(process, key, quotas),
      release: async (key) => this.#release(process, key),
      list: async (key, listing) => this.#books.get(process)?.list(key, listing),
      find: async (keys) => this.#find(keys),
      top: async (list, limit) => this.#top(list, limit),
      totals: async (list) => this.#totals(list),
      counted: async (quotas) => quotas.map((quota) => this.#count(quota)),
      renew: async () => this.#renew(process),
      // Nobody can be certain of anything here.
      suspect: async () => {},
      orphans: async (limit) => this.#orphans(process, limit),
      takeRooms: async (does) => {
        book.takesRooms = does;
      },
      takers: async () => this.#takers(process),
      leave: async () => this.#leave(process),
    };
  }

  /** As when a memory that processes share is lost: each knows of its own rooms alone. */
  forget(): void {
    this.#owners.clear();
    for (const book of this.#books.values()) book.until = 0;
  }

  #isAlive(book: Book): boolean {
    return book.until > this.#settings.now();
  }

  /** The process that has a room, when it is alive. */
  #holderOf(key: RoomKey): { process: string; book: Book } | null {
    const process = this.#owners.get(key);
    const book = process === undefined ? undefined : this.#books.get(process);
    return process !== undefined && book && this.#isAlive(book) ? { process, book } : null;
  }

  #living(): [process: string, book: Book][] {
    return [...this.#books].filter(([, book]) => this.#isAlive(book));
  }

  /** The living process of this name. */
  #named(name: string): [process: string, book: Book] | null {
    return this.#living().find(([process]) => nameOf(process) === name) ?? null;
  }

  async #claim(process: string, key: RoomKey, quotas: readonly Quota[]): Promise<Claim> {
    const { now, settleMs, pause } = this.#settings;
    const book = this.#books.get(process)!;
    if (!this.#isAlive(book)) this.#renew(process);
    const holder = this.#holderOf(key);
    if (holder?.process === process) return { kind: 'mine' };
    if (holder) return { kind: 'theirs', owner: foundIn(holder.book, holder.process, key) };
    const wait = book.since + settleMs - now();
    if (wait > 0) {
      await pause(wait);
      return this.#claim(process, key, quotas);
    }
    const full = quotas.find(({ name, most }) => this.#count(name) >= most);
    if (full) return { kind: 'full', quota: full.name };
    // What a dead one had stays in its book, so that it learns of the loss when it was only held up.
    this.#owners.set(key, process);
    book.put(key, { since: now(), quotas: quotas.map(({ name }) => name), listing: UNLISTED });
    return { kind: 'mine' };
  }

  #release(process: string, key: RoomKey): void {
    if (this.#owners.get(key) !== process) return;
    this.#owners.delete(key);
    this.#books.get(process)?.remove(key);
  }

  #find(keys: readonly RoomKey[]): Map<RoomKey, Found> {
    const found = new Map<RoomKey, Found>();
    for (const key of keys) {
      const holder = this.#holderOf(key);
      if (holder) found.set(key, foundIn(holder.book, holder.process, key));
    }
    return found;
  }

  #top(list: string, limit: number): Found[] {
    return this.#living()
      .flatMap(([process, book]) =>
        (book.lists.get(list)?.top(limit) ?? []).map((each) => ({ ...each, process, book })),
      )
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ book, process, key }) => foundIn(book, process, key));
  }

  #totals(list: string): { rooms: number; people: number } {
    const totals = { rooms: 0, people: 0 };
    for (const [, { lists }] of this.#living()) {
      totals.rooms += lists.get(list)?.rooms ?? 0;
      totals.people += lists.get(list)?.people ?? 0;
    }
    return totals;
  }

  #count(quota: string): number {
    return this.#living().reduce((sum, [, { counts }]) => sum + (counts.get(quota) ?? 0), 0);
  }

  #renew(process: string): RoomKey[] {
    const { now, leaseMs } = this.#settings;
    const book = this.#books.get(process)!;
    const lost: RoomKey[] = [];
    if (!this.#isAlive(book)) {
      book.since = now();
      for (const key of [...book.rooms.keys()]) {
        const owner = this.#owners.get(key);
        if (owner === undefined) this.#owners.set(key, process);
        else if (owner !== process) lost.push(key);
      }
      for (const key of lost) book.remove(key);
    }
    book.until = now() + leaseMs;
    return lost;
  }

  #orphans(process: string, limit: number): RoomKey[] {
    const mine = this.#books.get(process)!;
    if (!this.#isAlive(mine) || mine.since + this.#settings.settleMs > this.#settings.now()) return [];
    const orphans: RoomKey[] = [];
    for (const key of this.#owners.keys()) {
      if (orphans.length === limit) break;
      if (!this.#holderOf(key)) orphans.push(key);
    }
    for (const key of orphans) this.#owners.delete(key);
    return orphans;
  }

  #takers(process: string): Peer[] {
    const since = this.#settings.now() - GRACE_MS;
    return [...this.#books]
      .filter(([other, { takesRooms, until }]) => other !== process && takesRooms && until > since)
      .map(([other, { versions }]) => ({ process: other, versions }));
  }

  #leave(process: string): void {
    const book = this.#books.get(process);
    if (book) book.until = 0;
  }
}

function foundIn(book: Book, process: string, key: RoomKey): Found {
  const { since, listing } = book.rooms.get(key)!;
  return { key, process, since, until: book.until, people: listing.people, about: listing.about };
}

/** The directory of a process that shares its store with nobody. */
export const aloneDirectory = (process: string): Directory =>
  new InProcessDirectory({
    now: Date.now,
    leaseMs: Number.POSITIVE_INFINITY,
    settleMs: 0,
    pause: async () => {},
  }).join(process);
