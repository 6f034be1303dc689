import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from '../config.ts';
import { RefusedError } from './refusals.ts';

/** How often something may be done per key. Refuses with the time to wait. */
export class Budget {
  readonly #limiter: RateLimiterMemory;

  constructor(points: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** @throws RefusedError `rate_limited` */
  async spend(key: string): Promise<void> {
    const wait = await this.#take(key);
    if (wait !== null) throw tooFast(wait);
  }

  /** Like `spend`, for places that only need to know. */
  async allows(key: string): Promise<boolean> {
    return (await this.#take(key)) === null;
  }

  /** Seconds until the next one is allowed if nothing is left, else null. Spends nothing. */
  async waitFor(key: string): Promise<number | null> {
    const found = await this.#limiter.get(key);
    return found && found.remainingPoints <= 0 ? toSeconds(found.msBeforeNext) : null;
  }

  async #take(key: string): Promise<number | null> {
    try {
      await this.#limiter.consume(key);
      return null;
    } catch (error) {
      if (error instanceof RateLimiterRes) return toSeconds(error.msBeforeNext);
      throw error;
    }
  }
}

const toSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

export const tooFast = (seconds: number): RefusedError =>
  new RefusedError('rate_limited', { retryAfterSeconds: seconds });

/** Guessing codes: some tries at once, then one at a time with a pause. Only misses are counted. */
export class GuessBudget {
  readonly #misses: Budget;
  readonly #slow: Budget;

  constructor(misses: number, seconds: number, pauseSeconds: number) {
    this.#misses = new Budget(misses, seconds);
    this.#slow = new Budget(1, pauseSeconds);
  }

  /** @throws RefusedError when this key guessed wrong too often and must wait */
  async mayGuess(key: string): Promise<void> {
    if ((await this.#misses.waitFor(key)) !== null) await this.#slow.spend(key);
  }

  async missed(key: string): Promise<void> {
    await this.#misses.allows(key);
  }
}

/** Every budget of the HTTP interface. Keys are addresses or ids of people. */
export const createBudgets = (limits: Limits) => ({
  requests: new Budget(limits.requestsPerAddress, limits.requestsSeconds),
  upgrades: new Budget(limits.upgradesPerAddress, limits.upgradesSeconds),
  sessions: new Budget(limits.sessionsPerAddress, limits.sessionsSeconds),
  creates: new Budget(limits.createsPerAddress, limits.createsSeconds),
  plays: new Budget(limits.playsPerAddress, limits.playsSeconds),
  seatsOfAddress: new Budget(limits.seatsPerAddress, limits.seatsSeconds),
  seatsOfPerson: new Budget(limits.seatsPerPerson, limits.seatsSeconds),
  codes: new GuessBudget(limits.wrongCodesPerAddress, limits.wrongCodesSeconds, limits.slowCodeSeconds),
  chatSeatsOfPerson: new Budget(limits.chatSeatsPerPerson, limits.seatsSeconds),
  pagesOfPerson: new Budget(limits.pagesPerPerson, limits.requestsSeconds),
  searchesOfPerson: new Budget(limits.searchesPerPerson, limits.requestsSeconds),
  directsOfPerson: new Budget(limits.directsPerPerson, limits.directsSeconds),
  reportsOfPerson: new Budget(limits.reportsPerPerson, limits.directsSeconds),
  passwordsOfAddress: new Budget(limits.passwordsPerAddress, limits.passwordsAddressSeconds),
  passwordsOfName: new Budget(limits.passwordsPerName, limits.passwordsSeconds),
  renamesOfAddress: new Budget(limits.renamesPerAddress, limits.renamesSeconds),
  renamesOfPerson: new Budget(limits.renamesPerPerson, limits.renamesSeconds),
});

export type Budgets = ReturnType<typeof createBudgets>;

/** Counts what is open per key, up to a limit. */
export class OpenCount {
  readonly #limit: number;
  readonly #open = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns how to close it again (any number of times), or null when too many are open */
  open(key: string): (() => void) | null {
    const count = this.#open.get(key) ?? 0;
    if (count >= this.#limit) return null;
    this.#open.set(key, count + 1);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }
}
