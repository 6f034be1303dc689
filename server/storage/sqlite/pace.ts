/** While several write, a batch begins so many times later than the one before as that one took: commits get a sixth. */
const TIMES = 6;
/** Where no more than so many share a commit, waiting saves few commits: then they get a quarter of the time. */
const FEW = 3;
const TIMES_OF_FEW = 4;
/** But no later than this, ms: nobody at a table feels it. */
const MOST_MS = 8;
/** Several write as long as a batch of more than one came in this time, ms. */
const CROWD_MS = 100;

/**
 * When the next batch of writes may begin. A commit costs nearly the same for one write as for twenty, so writes of
 * several people wait for each other: shortly where a commit is quick, longer where the disk or the machine is busy.
 * Whoever writes alone does not wait. All times are of one clock, in ms.
 */
export class Pace {
  #nextAt = 0;
  #crowdUntil = 0;

  /** How long writes have to wait from `now` on; 0 when they may go. */
  restMs(now: number): number {
    return Math.max(0, this.#nextAt - now);
  }

  /**
   * A batch was answered.
   * @param writes how many came with it or meanwhile
   */
  answered(askedAt: number, now: number, writes: number): void {
    if (writes > 1) this.#crowdUntil = now + CROWD_MS;
    if (now >= this.#crowdUntil) return;
    const times = writes > FEW ? TIMES : TIMES_OF_FEW;
    this.#nextAt = askedAt + Math.min(MOST_MS, times * (now - askedAt));
  }
}
