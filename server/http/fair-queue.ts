import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Who waits. */
export interface Turn {
  /** The smaller one goes first, whatever it asked for. */
  readonly rank: number;
  /** What its wishes are counted for. */
  readonly keys: readonly string[];
}

export interface FairQueueOptions {
  readonly atOnce: number;
  readonly maxWaiting: number;
  /** Whoever waited for so long is sent away, ms. */
  readonly patienceMs: number;
}

interface Waiting {
  /** The smaller one goes first. */
  readonly place: readonly [rank: number, asked: number, age: number];
  readonly start: (isTurn: boolean) => void;
}

/** How long it counts that somebody asked, s. */
const WINDOW_SECONDS = 60;

const order = (a: Waiting, b: Waiting): number => {
  const at = a.place.findIndex((value, i) => value !== b.place[i]);
  return at < 0 ? 0 : a.place[at]! - b.place[at]!;
};

/**
 * Lets a few do something at a time: the lower rank first, in it whoever asked least, among those the newest. When more
 * come than can be served, somebody is served at once and the oldest are sent away; in the order of their coming all would
 * be served too late. Of several keys that one counts which asked most: to come as somebody new, all must be new.
 */
export class FairQueue {
  readonly #options: FairQueueOptions;
  readonly #asked = new RateLimiterMemory({ points: 1, duration: WINDOW_SECONDS });
  readonly #waiting: Waiting[] = [];
  #running = 0;
  #arrivals = 0;

  constructor(options: FairQueueOptions) {
    this.#options = options;
  }

  /**
   * Resolves to what `action` gives; null when it is too much and the action did not begin.
   * @param counts whether it still counts as asked afterwards, for a while; while it waits it always does
   */
  async run<T>(turn: Turn, action: () => Promise<T>, counts: (result: T) => boolean): Promise<T | null> {
    const asked = await Promise.all(turn.keys.map((key) => this.#asked.penalty(key)));
    let isCounted = false;
    try {
      if (!(await this.#turn(turn.rank, Math.max(...asked.map((each) => each.consumedPoints))))) return null;
      try {
        const result = await action();
        isCounted = counts(result);
        return result;
      } finally {
        this.#running--;
        this.#next();
      }
    } finally {
      if (!isCounted) for (const key of turn.keys) await this.#asked.reward(key);
    }
  }

  #turn(rank: number, asked: number): Promise<boolean> {
    const age = -++this.#arrivals;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#sendAway(mine), this.#options.patienceMs);
      const start = (isTurn: boolean) => {
        clearTimeout(timer);
        resolve(isTurn);
      };
      const mine: Waiting = { place: [rank, asked, age], start };
      this.#waiting.push(mine);
      this.#waiting.sort(order);
      this.#next();
      if (this.#waiting.length > this.#options.maxWaiting) this.#waiting.pop()!.start(false);
    });
  }

  #next(): void {
    if (this.#running >= this.#options.atOnce) return;
    const first = this.#waiting.shift();
    if (!first) return;
    this.#running++;
    first.start(true);
  }

  #sendAway(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
    waiting.start(false);
  }
}
