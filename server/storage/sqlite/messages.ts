/** An entry of a stream as a row: seq, commandId, at, kind, target, author, text, body. */
export type EntryRow = [number, string, number, string, number | null, string | null, string | null, string];
/** A document as a row: kind, id, owner, rank, body. */
export type DocumentRow = [string, string, string, number, string];
/** A finding as a row: stream, seq, at, text. */
export type FoundRow = [string, number, number, string];

/** What `append` answers besides the positive `seq` that its command already has. */
export const STORED = 0;
export const CONFLICT = -1;

/** Every write answers a number: of the rows that changed, if nothing else is said. */
export interface EntryWrites {
  /** `STORED`, `CONFLICT`, or the `seq` that this command is stored as. */
  append(stream: string, ...row: EntryRow): number;
  rewrite(stream: string, seq: number, body: string, text: string | null): number;
  setAside(stream: string, from: number, reason: string): number;
  drop(stream: string, limit: number): number;
}
export interface DocumentWrites {
  insert(...row: DocumentRow): number;
  put(...row: DocumentRow): number;
  rerank(rank: number, kind: string, id: string): number;
  remove(kind: string, id: string): number;
}

/** Lists of names or numbers travel as JSON. */
export interface EntryReads {
  after(stream: string, after: number, limit: number, kind: string | null): EntryRow[];
  before(stream: string, before: number | null, limit: number, kind: string | null): EntryRow[];
  about(stream: string, targets: string): EntryRow[];
  ofAuthor(stream: string, author: string, after: number, limit: number): EntryRow[];
  find(stream: string, commandId: string): number | null;
  last(stream: string): number;
  /** @param words what `wordsOf` makes of a query */
  search(streams: string, words: string, limit: number): FoundRow[];
}
export interface DocumentReads {
  get(kind: string, id: string): DocumentRow | null;
  getMany(kind: string, ids: string): DocumentRow[];
  /** Those after `rank` and `id`, or all when the rank is null. */
  list(kind: string, owner: string, limit: number, rank: number | null, id: string): DocumentRow[];
  below(kind: string, rank: number, limit: number): DocumentRow[];
}

/** What the worker can write and read. */
export type Writes = EntryWrites & DocumentWrites;
export type Reads = EntryReads & DocumentReads;

/** The name of a write or of a read and what it is called with. */
export type Call<N extends string> = readonly [name: N, ...args: (string | number | null)[]];

/** One call is wrong, and only this one: a bug. */
export interface Fault {
  readonly fault: string;
}

/** The disk or other processes are in the way; the call may be tried again. */
export interface Trouble {
  readonly trouble: string;
  readonly kind: 'busy' | 'tooNew' | 'disk';
  /** Whether the writes may be stored nevertheless. */
  readonly isUncertain: boolean;
}

const has = (answer: unknown, field: string): boolean =>
  typeof answer === 'object' && answer !== null && field in answer;
export const isFault = (answer: unknown): answer is Fault => has(answer, 'fault');
export const isTrouble = (answer: unknown): answer is Trouble => has(answer, 'trouble');

/**
 * Everything that waited: the writes become one transaction, then the reads are answered; with neither, the store is
 * only tried. `isRepeated` says that these writes may be stored already, by an attempt whose outcome nobody learned:
 * then the very same content counts as stored by this write.
 */
export type Request = readonly [
  isRepeated: boolean,
  writes: readonly Call<keyof Writes>[],
  reads: readonly Call<keyof Reads>[],
];
/** One answer per call, in order. */
export type Reply = readonly [writes: readonly (number | Fault)[] | Trouble, reads: readonly unknown[]];

/** Something was written; it has to be out of the log soon; the store is let go. */
export type KeeperMessage = 'written' | 'forget' | 'close';
/** Pause between hearing of a write and the look at the log that it leads to, ms: all that is written meanwhile is seen. */
export const LOOK_MS = 1_000;
