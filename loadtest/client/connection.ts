/** How a request ended: `code` is null when it was done, else the refusal, `error`, or `closed`. */
export interface Answer {
  readonly code: string | null;
  /** Of a command that was carried out: the entry it led to; else 0. */
  readonly seq: number;
}

/** One person's connection to one table or conversation, whatever server is behind it. */
export interface Connection<S> {
  readonly state: S;
  onState: (bytes: number) => void;
  onLost: (code: number) => void;
  ask(type: string, payload: unknown, done: (answer: Answer) => void): void;
  close(): void;
}

/** Somebody who comes to play. */
export interface PlayingGuest {
  /** As other people see it. */
  readonly id: string;
  /** Makes a private table for this game; resolves to its code. */
  makeTable(game: string): Promise<string>;
  /** Comes to a table: to play, or only to watch. Resolves with the first whole state. */
  sit<S>(code: string, wantsSeat: boolean): Promise<Connection<S>>;
}
