import type { Rng } from '../../shared/core/rng.ts';

/** What somebody in a running game does next. `G` is what the game adds to the state of its table. */
export interface Turn<G> {
  /** The seat that acts. */
  readonly seat: number;
  /** The `move` of the protocol. */
  readonly move: object;
  /** How it is refused when the clock of the game was quicker, if it may be. That is no error. */
  readonly lateCode?: string;
  /** Whether somebody's picture of the game shows that it was done. Nobody else acts meanwhile. */
  isShownIn(game: G): boolean;
}

/** What not everybody may see of a game. */
export interface Secrets<G> {
  /** Names of the fields that hold it, wherever they are. */
  readonly fields: ReadonlySet<string>;
  /**
   * What this picture shows of it to somebody in this seat (null: who only watches), as a text; null when it shows nothing.
   * What was never anybody else's secret may be left out.
   */
  shownIn(game: G, seat: number | null): string | null;
  /** Whether somebody in this seat may be shown a secret now; null for somebody who only watches. */
  mayBeSeen(game: G, seat: number | null): boolean;
}

/**
 * A game as the load test plays it. `G` is what the game adds to the state of its table: `wire.ts` of its folder in
 * `shared/games`. Everything that is known of one game is in one file, so that a new game is one more file.
 */
export interface PlayedGame<G> {
  /** As in the protocol. */
  readonly name: string;
  /** People at each table. */
  readonly seats: number;
  /** What the host chooses before the first game, as the protocol wants it; without it, nothing. */
  readonly options?: object;
  /** Null when everybody may see everything. */
  readonly secrets: Secrets<G> | null;
  /**
   * What is to be done now, in a legal game that runs; null when it waits for nothing that a player does.
   * @param seenBy what the player in this seat sees of it
   */
  next(game: G, seenBy: (seat: number) => G, rng: Rng): Turn<G> | null;
}
