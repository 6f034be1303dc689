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
}
