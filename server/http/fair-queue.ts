import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Who waits. */
export interface Turn {
  readonly account: string;
  readonly address: string;
  /** Has been here before, for this account and from this address. */
  readonly isKnown: boolean;
}

export interface FairQueueOptions {
  readonly atOnce: number;
  readonly maxWaiting: number;
  /** Whoever waited for so long is sent away, ms. */
  readonly patienceMs: number;
}

interface Waiting {
  /** The smaller one goes first. */
  readonly rank: readonly [stranger: number, asked: number, arrival: number];
  readonly start: (isTurn: boolean) => void;
}

/** How long it counts that somebody asked, s. */
const WINDOW_SECONDS = 60;

const order = (a: Waiting, b: Waiting): number => {
  const at = a.rank.findIndex((value, i) => value !== b.rank[i]);
  return at < 0 ? 0 : a.rank[at]! - b.rank[at]!;
};

/**
 * Lets a few do something at a time. Who is known goes first, and among those the account that asked least; then the
 * address that asked least, so that neither a crowd at one account nor a crowd from one address keeps out others. When
 * too many wait, the last in that order goes, whoever came last.
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

  /** Resolves to what `action` gives; null when it is too much and the action did not begin. */
  async run<T>(turn: Turn, action: () => Promise<T>): Promise<T | null> {
    if (!(await this.#turn(turn))) return null;
    try {
      return await action();
    } finally {
      this.#running--;
      this.#next();
    }
  }

  async #turn({ account, address, isKnown }: Turn): Promise<boolean> {
    const arrival = ++this.#arrivals;
    const key = isKnown ? `account ${account}` : `address ${address}`;
    const { consumedPoints } = await this.#asked.penalty(key);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#sendAway(mine), this.#options.patienceMs);
      const start = (isTurn: boolean) => {
        clearTimeout(timer);
        resolve(isTurn);
      };
      const mine: Waiting = { rank: [isKnown ? 0 : 1, consumedPoints, arrival], start };
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
