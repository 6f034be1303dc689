import type { Rng } from '../../shared/core/rng.ts';

/** What somebody at a table does next. */
export interface Turn<S> {
  /** The seat that acts. */
  readonly seat: number;
  /** As the protocol wants it: `{ type: 'start' }`, `{ type: 'play', move }`. */
  readonly command: object;
  /** Whether a picture of the table shows that it was done. Nobody else acts meanwhile. */
  isShownIn(state: S): boolean;
}

/**
 * A game as the load test plays it. `S` is the structure of the table's state. Everything that is known of one game is in
 * one file, so that a new game is one more file.
 */
export interface PlayedGame<S> {
  /** As in the address. */
  readonly name: string;
  /** People at each table. */
  readonly seats: number;
  /** Whom everybody at the table is, by seat. */
  seatOf(state: S, person: string): number | null;
  /**
   * What is to be done now, in a legal game; null when the table waits for nothing that a player does.
   * @param stateOf what the player in this seat sees
   */
  next(state: S, stateOf: (seat: number) => S, rng: Rng): Turn<S> | null;
  /** What all may see, as plain data: equal for everybody at a table that is at rest. */
  pictureOf(state: S): unknown;
  /** What this state shows of a secret, as a text; null when it shows none. */
  secretIn(state: S): string | null;
  /** Whether somebody in this seat may be shown a secret now; null for somebody who only watches. */
  maySeeSecret(state: S, seat: number | null): boolean;
}
