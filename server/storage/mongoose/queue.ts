import { randomInt } from 'node:crypto';
import type { Log } from '../../../shared/engine/ports.ts';
import { MAX_WAITING_CHARACTERS, MAX_WAITING_WRITES, READ_MS, Unavailable } from '../types.ts';
import { isFault, messageOf } from './errors.ts';
import type { Pulse } from './pulse.ts';

/** Writes of one batch, and how many characters they may have together unless it is one. */
const BATCH_WRITES = 100;
const BATCH_CHARACTERS = 4 * 1024 * 1024;
/** Pause before what met trouble is tried again, ms; doubled up to the last, and shortened by chance. */
const FIRST_REST_MS = 20;
const LAST_REST_MS = 1_000;

/** One try of a write. `isRepeated` says that an earlier one may have stored it. Throws when it is to be repeated. */
export type Attempt<T> = (isRepeated: boolean) => Promise<T>;

interface Waiting {
  readonly characters: number;
  isRepeated: boolean;
  run(isRepeated: boolean): Promise<void>;
  reject(error: Error): void;
}

/**
 * All writes, in batches: one batch is on its way, whatever comes meanwhile goes with the next. Writes with one key are
 * done one after the other, in their order; what meets trouble is tried again until it is done.
 */
export class WriteQueue {
  readonly #log: Log;
  readonly #pulse: Pulse;
  /** By key; the key that waited longest comes first. */
  readonly #lanes = new Map<string, Waiting[]>();
  #waiting = 0;
  #characters = 0;
  #askedAt: number | null = null;
  #restMs = FIRST_REST_MS;
  /** Attempts that met trouble, since the start. */
  troubles = 0;
  #endRest: () => void = () => {};
  #isRunning = false;
  #isClosed = false;
  #onIdle: () => void = () => {};

  constructor(log: Log, pulse: Pulse) {
    this.#log = log;
    this.#pulse = pulse;
  }

  /** Writes that wait, those on their way included. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Whether a batch has no answer for longer than a read may take. */
  get isOverdue(): boolean {
    return this.#askedAt !== null && performance.now() - this.#askedAt > READ_MS;
  }

  /** Resolves to what the attempt that succeeded resolved to. Rejects with `Unavailable` before any attempt. */
  write<T>(key: string, characters: number, attempt: Attempt<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Unavailable('the store is closed'));
    if (this.#waiting >= MAX_WAITING_WRITES || this.#characters + characters > MAX_WAITING_CHARACTERS) {
      return Promise.reject(new Unavailable('too many writes wait'));
    }
    this.#waiting++;
    this.#characters += characters;
    return new Promise((resolve, reject) => {
      const run = async (isRepeated: boolean) => resolve(await attempt(isRepeated));
      const waiting = { characters, isRepeated: false, run, reject };
      const lane = this.#lanes.get(key);
      if (lane) lane.push(waiting);
      else this.#lanes.set(key, [waiting]);
      void this.#run();
    });
  }

  /** Takes nothing more; resolves when every write is done, or refuses those that are left when the time is over. */
  async drain(deadlineMs: number): Promise<void> {
    this.#isClosed = true;
    if (this.#isRunning) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadlineMs);
        this.#onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    for (const waiting of [...this.#lanes.values()].flat())
      waiting.reject(new Unavailable('the store is closed'));
    this.#lanes.clear();
    this.#waiting = 0;
    this.#endRest();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    // Whatever else is asked for in this turn goes along.
    await Promise.resolve();
    while (this.#lanes.size > 0) {
      const batch = this.#take();
      this.#askedAt = performance.now();
      const troubles = await Promise.all(batch.map(([key, waiting]) => this.#attempt(key, waiting)));
      this.#askedAt = null;
      await this.#settle(troubles);
    }
    this.#isRunning = false;
    this.#onIdle();
  }

  /** The first write of each of the first keys. */
  #take(): [key: string, Waiting][] {
    const batch: [string, Waiting][] = [];
    let characters = 0;
    for (const [key, [first]] of this.#lanes) {
      if (!first || batch.length === BATCH_WRITES) break;
      characters += first.characters;
      if (batch.length > 0 && characters > BATCH_CHARACTERS) break;
      batch.push([key, first]);
    }
    return batch;
  }

  /** Tries one write; what stood in its way, or null. */
  async #attempt(key: string, waiting: Waiting): Promise<string | null> {
    try {
      await waiting.run(waiting.isRepeated);
    } catch (error) {
      if (!isFault(error)) {
        waiting.isRepeated = true;
        this.troubles++;
        this.#advance(key, false);
        return messageOf(error);
      }
      this.#log.error({ trouble: messageOf(error) }, 'the store refused a write');
      waiting.reject(new Error('the store refused a write'));
    }
    this.#advance(key, true);
    return null;
  }

  /** Puts a key behind the others, without its first write if that is done. */
  #advance(key: string, isDone: boolean): void {
    const lane = this.#lanes.get(key);
    if (!lane) return;
    this.#lanes.delete(key);
    if (isDone) {
      this.#waiting--;
      this.#characters -= lane.shift()?.characters ?? 0;
    }
    if (lane.length > 0) this.#lanes.set(key, lane);
  }

  /** Rests after trouble; only a little when other writes of the batch met none. */
  async #settle(troubles: readonly (string | null)[]): Promise<void> {
    const trouble = troubles.find((each) => each !== null);
    if (trouble === undefined || troubles.includes(null)) {
      this.#pulse.felt();
      this.#restMs = FIRST_REST_MS;
      if (trouble === undefined) return;
    } else this.#pulse.missed(trouble);
    const restMs = randomInt(this.#restMs / 2, this.#restMs);
    this.#restMs = Math.min(LAST_REST_MS, this.#restMs * 2);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
