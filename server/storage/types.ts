import type { Result } from '../../shared/core/result.ts';

/**
 * One entry of a stream: a match, a conversation. A stream is an append-only list; `(stream, seq)` and
 * `(stream, commandId)` are unique, and correctness rests on nothing else.
 */
export interface StoredEntry {
  /** `match:<id>` or `chat:<id>`, 1–80 characters. */
  readonly stream: string;
  /** 1, 2, 3… without holes. */
  readonly seq: number;
  /** 1–160 characters. */
  readonly commandId: string;
  /** Epoch ms. */
  readonly at: number;
  /** What pages can be made of: `message`, `change`, … 1–20 characters. */
  readonly kind: string;
  /** The `seq` of the entry that this one is about (the edited message), or null. */
  readonly target: number | null;
  /** Whose words it holds, so that everything of a person can be found; null for nobody's. 1–160 characters. */
  readonly author: string | null;
  /** The words that a search finds it by, or null when it cannot be found. */
  readonly text: string | null;
  /** JSON. The store never looks inside. */
  readonly body: string;
}

/** Why an entry was not written: another entry has its `seq`, or its command is already stored as entry `seq`. */
export type EntryFailure =
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly seq: number };

export interface Found {
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly text: string;
}

/** Streams of entries. Every list has a limit; one above `MAX_ROWS` counts as `MAX_ROWS`. */
export interface EntryStore {
  /**
   * Resolves when the entry is durable or is known not to be. While the store is away it waits and tries again, which
   * is safe because of the unique keys; `Unavailable` means that nothing was written and nothing will be. When both
   * keys are taken by one entry it is a `duplicate`.
   */
  append(entry: StoredEntry): Promise<Result<null, EntryFailure>>;
  /** Entries with a `seq` above `after`, ascending, of one kind or of all. */
  after(stream: string, after: number, limit: number, kind?: string): Promise<StoredEntry[]>;
  /** The last entries with a `seq` below `before` (null: the newest), ascending, of one kind or of all. */
  before(stream: string, before: number | null, limit: number, kind?: string): Promise<StoredEntry[]>;
  /** All entries about these targets (at most `MAX_ROWS` targets), however many they are, ascending. */
  about(stream: string, targets: readonly number[]): Promise<StoredEntry[]>;
  /** Entries that hold the words of one author, with a `seq` above `after`, ascending. */
  ofAuthor(stream: string, author: string, after: number, limit: number): Promise<StoredEntry[]>;
  /** The `seq` of the entry of a command, or null. */
  find(stream: string, commandId: string): Promise<number | null>;
  /** The last `seq`, 0 for a stream without entries. */
  last(stream: string): Promise<number>;
  /** Takes content out of an entry that must be forgotten (a deleted message). Repeatable; false when there is none. */
  rewrite(
    stream: string,
    seq: number,
    to: { readonly body: string; readonly text: string | null },
  ): Promise<boolean>;
  /** Entries of these streams (at most `MAX_ROWS`) whose text has all words of the query (prefixes), newest first. */
  search(streams: readonly string[], query: string, limit: number): Promise<Found[]>;
  /** Moves entries from `from` on out of the stream, so that it can go on; they are kept elsewhere with the reason. */
  setAside(stream: string, from: number, reason: string): Promise<number>;
  /**
   * Removes at most `limit` entries for good, the last ones first, so that what is left never has a hole; with the last
   * of them goes whatever was set aside. Answers how many: the stream is gone when it is 0. Repeatable.
   */
  drop(stream: string, limit: number): Promise<number>;
}

/** A small record. `(kind, id)` is unique. */
export interface StoredDocument {
  /** `account`, `session`, `member`, … 1–20 characters. */
  readonly kind: string;
  /** 1–160 characters. */
  readonly id: string;
  /** What it belongs to, for lists; `''` for nothing. */
  readonly owner: string;
  /** What lists are sorted by: usually epoch ms. */
  readonly rank: number;
  /** JSON. The store never looks inside. */
  readonly body: string;
}

/** Which documents of a kind and owner: the highest rank first; ties by id, ascending. */
export interface ListOptions {
  readonly limit: number;
  /** Only those that come after this one in the list. */
  readonly after?: { readonly rank: number; readonly id: string };
}

/** Small records. A lost race between two `put` is harmless by design: whatever must be exclusive uses `insert`. */
export interface DocumentStore {
  /** False when `(kind, id)` is taken; then nothing changed. Waits like `append`. */
  insert(document: StoredDocument): Promise<boolean>;
  /** Inserts or replaces; the last one wins. Waits like `append`. */
  put(document: StoredDocument): Promise<void>;
  /** Puts several, as if one after the other: whatever is there after a crash, all before it are there, too. */
  putInOrder(documents: readonly StoredDocument[]): Promise<void>;
  /** Gives a document another place in lists; false when there is none, and then none is made. Waits like `append`. */
  rerank(kind: string, id: string, rank: number): Promise<boolean>;
  /** False when there was none. Waits like `append`. */
  remove(kind: string, id: string): Promise<boolean>;
  get(kind: string, id: string): Promise<StoredDocument | null>;
  /** Those that exist of at most `MAX_ROWS` ids, in any order. */
  getMany(kind: string, ids: readonly string[]): Promise<StoredDocument[]>;
  list(kind: string, owner: string, options: ListOptions): Promise<StoredDocument[]>;
  /** Of any owner, with a rank below `rank`, the lowest rank first: what has expired. */
  below(kind: string, rank: number, limit: number): Promise<StoredDocument[]>;
}

export interface StorageHealth {
  readonly backend: 'sqlite' | 'mongoose';
  /** Whether the last attempt to write or to ping succeeded. */
  readonly isUp: boolean;
  /** Writes that wait. */
  readonly waiting: number;
  /** How often trouble stood in the way of what was asked, since the start: it is tried again. */
  readonly troubles: number;
}

/**
 * Where everything durable is kept. Resolve means durable. Writes wait in one bounded queue while the store is away;
 * a full queue and every read without an answer in `READ_MS` reject with `Unavailable`, at once and without effect.
 */
export interface Storage {
  readonly entries: EntryStore;
  readonly documents: DocumentStore;
  health(): StorageHealth;
  /** Writes what waits (or rejects it as `Unavailable` after 5 s), then lets go of everything. */
  close(): Promise<void>;
}

/** Rows in one answer, targets or streams in one question. */
export const MAX_ROWS = 500;
/** How long a read may take, ms. */
export const READ_MS = 3_000;
/** Writes that may wait in all, and how many characters they may have together. */
export const MAX_WAITING_WRITES = 10_000;
export const MAX_WAITING_CHARACTERS = 32 * 1024 * 1024;

/** The store cannot be reached, or has too much to do. Nothing was written. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Another server uses the store, and the two would know nothing of each other. */
export class Held extends Error {
  override readonly name = 'Held';
}

/** The store was written by a newer program. The message is for whoever starts the server. */
export class TooNew extends Error {
  override readonly name = 'TooNew';
}
