import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../shared/engine/ports.ts';
import { READ_MS, Unavailable } from '../types.ts';
import { isFault, messageOf } from './errors.ts';

/** Reads that may be on their way. */
const MAX_READS = 10_000;

/** Pause before a read that met trouble is tried again, ms. */
const AGAIN_MS = 100;

/** All reads. Each may take `READ_MS`, and is tried again until then. */
export class Reader {
  readonly #log: Log;
  #reads = 0;
  #isClosed = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Rejects with `Unavailable` when there is no answer in time; the signal says that nobody waits any more. */
  async read<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Unavailable('the store is closed');
    if (this.#reads >= MAX_READS) throw new Unavailable('too many reads wait');
    this.#reads++;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), READ_MS);
    const late = new Promise<never>((_, reject) => {
      deadline.signal.onabort = () => reject(new Unavailable('the store does not answer'));
    });
    try {
      return await Promise.race([this.#insist(ask, deadline.signal), late]);
    } finally {
      clearTimeout(timer);
      this.#reads--;
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  async #insist<T>(ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    for (;;) {
      try {
        return await ask(signal);
      } catch (error) {
        if (isFault(error)) {
          this.#log.error({ trouble: messageOf(error) }, 'the store refused a read');
          throw new Error('the store refused a read');
        }
      }
      await pause(AGAIN_MS);
      if (signal.aborted || this.#isClosed) throw new Unavailable('the store cannot be reached');
    }
  }
}
