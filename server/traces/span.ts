/** One thing that somebody asked for, from its bytes to its answer. */
export interface Span {
  /** A kind of request, from the program: never what somebody sent. */
  readonly name: string;
  /** As in the log, and of a command in the journal. */
  readonly id: string;
  /** Monotonic ms. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** How it was answered: a status, the code of a refusal, or `ok`. */
  readonly result: string;
  /** Whether that is a fault of the server. */
  readonly isFailed: boolean;
}

/** Where spans go; called for each, and returns at once. */
export type Trace = (span: Span) => void;
