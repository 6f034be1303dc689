/** What is asked on one day. */
export interface Riddle {
  readonly hints: readonly string[];
  /** The right place for each hint. */
  readonly answers: readonly number[];
}

/** The game of which everybody gets the same on one day. */
export interface DailyGame {
  /** How many places the board has: they are numbered from 0. */
  readonly places: number;
  /**
   * What is asked on a day, always the same.
   * @param secret 256 random bits, in hex
   * @param day days since the beginning of 1970
   */
  riddle(secret: string, day: number): Riddle;
  /** What a place brings, and how far it is from the right one, in steps. */
  score(place: number, answer: number): { readonly points: number; readonly steps: number };
}
