import { READ_MS, Unavailable } from '../types.ts';
import { type Call, isFault, isTrouble, type Reads, type Trouble } from './messages.ts';

/** Reads in one message: their answers are in memory together. */
const READS_AT_ONCE = 16;
/** Reads that may wait. */
const MAX_WAITING_READS = 10_000;

/** A read that waits for its answer or for its deadline. */
export interface WaitingRead {
  readonly call: Call<keyof Reads>;
  /** Whether it was refused because its time was over. */
  isLate: boolean;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Reads that wait, each of them no longer than `READ_MS`. */
export class ReadQueue {
  readonly #waiting = new Set<WaitingRead>();

  /** Resolves to the answer of the worker; rejects as `Unavailable` when there is none in time. */
  add<N extends keyof Reads>(name: N, args: Parameters<Reads[N]>): Promise<ReturnType<Reads[N]>> {
    if (this.#waiting.size >= MAX_WAITING_READS) {
      return Promise.reject(new Unavailable('too many reads wait'));
    }
    return new Promise((resolve, reject) => {
      const waiting: WaitingRead = {
        call: [name, ...args],
        isLate: false,
        resolve(answer) {
          clearTimeout(timer);
          clearImmediate(last);
          // The worker ran the function of this name.
          resolve(answer as ReturnType<Reads[N]>);
        },
        reject(error) {
          clearTimeout(timer);
          clearImmediate(last);
          reject(error);
        },
      };
      const giveUp = () => {
        waiting.isLate = true;
        this.#waiting.delete(waiting);
        reject(new Unavailable('the store does not answer'));
      };
      let last: NodeJS.Immediate | undefined;
      // After a moment in which this process did nothing, timers come before an answer that has long been there.
      const timer = setTimeout(() => {
        last = setImmediate(giveUp);
      }, READ_MS);
      this.#waiting.add(waiting);
    });
  }

  /** Takes out what goes with the next message. */
  take(): readonly WaitingRead[] {
    const taken: WaitingRead[] = [];
    for (const each of this.#waiting) {
      if (taken.length === READS_AT_ONCE) break;
      taken.push(each);
      this.#waiting.delete(each);
    }
    return taken;
  }

  /** Passes on answers; what met trouble waits again. Returns the trouble, or null. */
  settle(taken: readonly WaitingRead[], answers: readonly unknown[]): Trouble | null {
    let trouble: Trouble | null = null;
    for (const [index, each] of taken.entries()) {
      const answer = answers[index];
      if (isTrouble(answer)) {
        trouble = answer;
        if (!each.isLate) this.#waiting.add(each);
      } else if (isFault(answer)) each.reject(new Error(answer.fault));
      else each.resolve(answer);
    }
    return trouble;
  }

  /** Refuses everything. */
  abandon(): void {
    for (const { reject } of this.#waiting) reject(new Unavailable('the store is closed'));
    this.#waiting.clear();
  }
}
