/** A way to play a game. */
export interface GameMode {
  /** Lower case letters; never changed. */
  readonly name: string;
  readonly title: string;
}

/** What everybody may know of a game before it is loaded: small enough for the first page. */
export interface GameAbout {
  /** Stands in addresses, setups and journals; never changed. Lower case, digits and hyphens. */
  readonly name: string;
  /** As people read it. */
  readonly title: string;
  readonly minSeats: number;
  readonly maxSeats: number;
  /** Bots that play with a lone visitor who wants to play at once. */
  readonly quickBots: number;
  /** What one does, in two short sentences that stand one below the other. */
  readonly slogan: readonly [string, string];
  /** What it is, in one sentence. */
  readonly line: string;
  /** Ways to play it that people look for, each by its name in addresses and its title; none where there is but one. */
  readonly modes?: readonly GameMode[];
}

/** How far a game is, for a list of tables: in rounds or moves from 1, of so many where that is known. */
export interface TableProgress {
  readonly unit: 'round' | 'move';
  readonly now: number;
  readonly of?: number;
}

/** What a table is for those who look for one: its game, and how it is played where there are several ways. */
export const kindOf = (game: string, mode: string): string => (mode === '' ? game : `${game}/${mode}`);
