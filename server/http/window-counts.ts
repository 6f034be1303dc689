/** How much of a budget a key has used up, and when that is forgotten, by `performance.now()`. */
interface Spent {
  count: number;
  readonly until: number;
}

/** Windows that are over and thrown away with each new one: more than one, so that none stays for long. */
const SWEPT = 2;

/**
 * Counts what each key does in a window of time, which begins with its first time (“fixed window”), in this process. A
 * key costs an entry in a map, and no timer: every visitor has half a dozen of them.
 */
export class WindowCounts {
  readonly #points: number;
  readonly #ms: number;
  /** The window that ends first comes first: all are equally long. */
  readonly #spent = new Map<string, Spent>();

  /** @param points how often each key may do it in `seconds` */
  constructor(points: number, seconds: number) {
    this.#points = points;
    this.#ms = seconds * 1_000;
  }

  /** Windows that are kept. */
  get size(): number {
    return this.#spent.size;
  }

  /** Counts one more. Null when it is within the budget, else how long until that is forgotten, ms. */
  take(key: string): number | null {
    const now = performance.now();
    let spent = this.#of(key, now);
    if (!spent) {
      this.#sweep(now);
      spent = { count: 0, until: now + this.#ms };
      this.#spent.set(key, spent);
    }
    spent.count++;
    return spent.count > this.#points ? spent.until - now : null;
  }

  /** Takes one back. */
  giveBack(key: string): void {
    const spent = this.#of(key, performance.now());
    if (spent) spent.count--;
  }

  /** How long until there is something left, ms; null when there is. Counts nothing. */
  waitFor(key: string): number | null {
    const now = performance.now();
    const spent = this.#of(key, now);
    return spent && spent.count >= this.#points ? spent.until - now : null;
  }

  #of(key: string, now: number): Spent | null {
    const spent = this.#spent.get(key);
    if (!spent) return null;
    if (now < spent.until) return spent;
    this.#spent.delete(key);
    return null;
  }

  #sweep(now: number): void {
    let swept = 0;
    for (const [key, { until }] of this.#spent) {
      if (now < until || swept++ === SWEPT) return;
      this.#spent.delete(key);
    }
  }
}
