import type { CommandId, MatchId } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { Rng } from '../core/rng.ts';
import type { Actor } from '../core/rules.ts';

/** One accepted command and the facts it led to. `seq` is 1, 2, 3… without holes within a match. */
export interface Entry<E> {
  readonly matchId: MatchId;
  readonly seq: number;
  readonly commandId: CommandId;
  readonly by: Actor;
  /** When it was decided, epoch ms. */
  readonly at: number;
  /** `Decider.version` of the program that wrote it. */
  readonly version: number;
  readonly events: readonly E[];
}

/**
 * Why an entry was not written.
 * - `conflict`: another owner already wrote this `seq`
 * - `duplicate`: this `commandId` is already stored, as entry `seq`
 * - `unavailable`: the store cannot be reached; nothing was written and nothing will be
 * - `unknown`: the store failed in a way that says nothing about the entry; it may be there or still come
 */
export type AppendFailure =
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly seq: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unknown' };

/**
 * Where entries are kept. `append` resolves when the entry is durable; `(matchId, seq)` and `(matchId, commandId)` are
 * unique. Expected failures are values; it never rejects.
 */
export interface Journal<E> {
  append(entry: Entry<E>): Promise<Result<null, AppendFailure>>;
  /**
   * Entries with a `seq` above `after`, in order: at least one unless there is none, but not always all of them. An entry
   * that cannot be understood is set aside with all after it, and reported. `newer`: a newer program wrote some of it,
   * which is left alone.
   */
  read(
    matchId: MatchId,
    after: number,
  ): Promise<Result<readonly Entry<E>[], { readonly kind: 'unavailable' | 'newer' }>>;
  /** The `seq` of the entry that a command led to; null when it led to none. */
  find(
    matchId: MatchId,
    commandId: CommandId,
  ): Promise<Result<number | null, { readonly kind: 'unavailable' }>>;
}

/** A fold that was kept, so that a long stream need not be read from its beginning. */
export interface Snapshot<S> {
  /** The last entry it includes. */
  readonly seq: number;
  readonly state: S;
}

/** A cache of folds. Losing it costs time and nothing else; neither call ever rejects. */
export interface Snapshots<S> {
  /** The newest one that this version of the rules can use, or null. */
  load(matchId: MatchId): Promise<Snapshot<S> | null>;
  save(matchId: MatchId, snapshot: Snapshot<S>): Promise<void>;
}

/** Time. `now` is epoch ms that never jumps; a timer fires once, at or after its moment. */
export interface Clock {
  now(): number;
  /** @returns a function that cancels the timer */
  setTimer(atMs: number, fire: () => void): () => void;
}

/** Fresh randomness: for one decision, and for names. */
export interface Entropy {
  rng(): Rng;
  /** A name that nobody else ever gets, here or on another machine, 1–40 characters. */
  unique(): string;
}

/** Structured log; one line per call. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
