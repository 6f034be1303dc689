/** What a process is like at one moment. */
export interface Snapshot {
  /** Since the start, as all counts here. */
  readonly moves: number;
  readonly messages: number;
  /** By code, over rooms and HTTP. */
  readonly refusals: Readonly<Record<string, number>>;
  /** From the bytes of a command to its answer, within the last ten seconds, ms; null when there was none. */
  readonly ackP50Ms: number | null;
  readonly ackP99Ms: number | null;
  /** How late the event loop was in 99 of 100 looks, within the last five seconds, ms. */
  readonly loopLagP99Ms: number;
  readonly isStoreUp: boolean;
  /** Writes that wait for the store. */
  readonly storeWaiting: number;
  /** By reason: `slow` did not read. */
  readonly socketsCut: Readonly<Record<string, number>>;
  readonly joins: number;
  readonly reconnects: number;
  /** Open at this moment. */
  readonly connections: number;
  readonly sockets: number;
  /** Errors that nobody caught. */
  readonly unhandled: number;
}
