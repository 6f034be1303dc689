import type { SeatId } from './ids.ts';
import type { Viewer } from './rules.ts';

/**
 * How a finished game is shown again, to people who may not have been there: what of its facts goes out, and how a page
 * folds it. S is the state, E the facts, V the view. What goes out is facts again, so that the page runs the same `evolve`.
 */
export interface Replay<S = unknown, E = unknown, V = unknown> {
  readonly initial: S;
  evolve(state: S, event: E): S;
  view(state: S, viewer: Viewer): V;
  /** Whether there is nothing to look at but that somebody thinks: a replay hurries on. Without it, there always is. */
  isQuiet?(view: V): boolean;
  /** Goes through the facts of one game, in their order. */
  begin(): Teller<E>;
  /** Reads a fact that came over the wire, with blanks in the place of what is not told; null for anything malformed. */
  read(told: unknown): E | null;
}

/** Tells the facts of a game as everybody may know them when it is over: nothing that was never shown. */
export interface Teller<E> {
  /** What is told at this point: nothing, this fact with blanks, or also some that were a secret before. JSON. */
  tell(event: E): readonly object[];
  /** Whether something is held back until a later fact; what is told must not be cut here. */
  readonly isHolding: boolean;
}

/** What was counted, by name: whole numbers that add up over games. */
export type Counts = Readonly<Record<string, number>>;

/** What a fact adds to the statistics of a seat. */
export interface SeatCounts {
  readonly seat: SeatId;
  readonly counts: Counts;
}

/** Two counts as one. */
export function addCounts(one: Counts, other: Counts): Counts {
  const sum: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
