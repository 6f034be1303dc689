import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from '../config.ts';
import { RefusedError } from './refusals.ts';
import { WindowCounts } from './window-counts.ts';

/** Where several processes count together. */
export interface SharedCount {
  readonly redis: Redis;
  /** Keeps budgets apart. */
  readonly name: string;
}

/** What keys have used up. All as `WindowCounts` has them. */
interface Counts {
  take(key: string): number | null | Promise<number | null>;
  giveBack(key: string): void | Promise<void>;
  waitFor(key: string): number | null | Promise<number | null>;
}

/** Counts in Redis; in this process while Redis is away. */
function sharedCounts(points: number, duration: number, { redis, name }: SharedCount): Counts {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `budget:${name}`,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ points, duration }),
    rejectIfRedisNotReady: true,
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.msBeforeNext;
        throw error;
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
    async waitFor(key) {
      const found = await limiter.get(key);
      return found && found.remainingPoints <= 0 ? found.msBeforeNext : null;
    },
  };
}

/**
 * How often something may be done per key. Refuses with the time to wait. Counted in this process, or by all processes
 * together in Redis; while Redis is away, each counts for itself.
 */
export class Budget {
  readonly #counts: Counts;
  readonly #refused: () => void;

  /** @param refused called for each that was too much */
  constructor(points: number, seconds: number, shared: SharedCount | null = null, refused = () => {}) {
    this.#refused = refused;
    this.#counts = shared ? sharedCounts(points, seconds, shared) : new WindowCounts(points, seconds);
  }

  /**
   * To be waited for: it is counted at once where this process counts alone, without a promise.
   * Rejects with a RefusedError `rate_limited`.
   */
  spend(key: string): void | Promise<void> {
    const ms = this.#counts.take(key);
    if (ms instanceof Promise) return ms.then((late) => this.#refuse(late));
    if (ms !== null) return this.#refuse(ms);
  }

  async #refuse(ms: number | null): Promise<void> {
    if (!this.#isWithin(ms)) throw tooFast(toSeconds(ms));
  }

  /** Like `spend`, for places that only need to know. */
  async allows(key: string): Promise<boolean> {
    return this.#isWithin(await this.#counts.take(key));
  }

  #isWithin(ms: number | null): ms is null {
    if (ms !== null) this.#refused();
    return ms === null;
  }

  /**
   * Spends one that may be given back. What is refused is not counted, so that giving back always helps.
   * @throws RefusedError `rate_limited`
   */
  async hold(key: string): Promise<() => Promise<void>> {
    const ms = await this.#counts.take(key);
    const giveBack = async () => {
      await this.#counts.giveBack(key);
    };
    if (this.#isWithin(ms)) return giveBack;
    await giveBack();
    throw tooFast(toSeconds(ms));
  }

  /** Seconds until the next one is allowed if nothing is left, else null. Spends nothing. */
  async waitFor(key: string): Promise<number | null> {
    const ms = await this.#counts.waitFor(key);
    return ms === null ? null : toSeconds(ms);
  }
}

const toSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

export const tooFast = (seconds: number): RefusedError =>
  new RefusedError('rate_limited', { retryAfterSeconds: seconds });

/** Guessing codes: some tries at once, then one at a time with a pause. Only misses are counted. */
export class GuessBudget {
  readonly #misses: Budget;
  readonly #slow: Budget;

  constructor(misses: Budget, slow: Budget) {
    this.#misses = misses;
    this.#slow = slow;
  }

  /**
   * @param isKnown whether it is no guess at all; asked only when it matters
   * @throws RefusedError when this key guessed wrong too often and must wait
   */
  async mayGuess(key: string, isKnown: () => Promise<boolean> = async () => false): Promise<void> {
    if ((await this.#misses.waitFor(key)) === null || (await isKnown())) return;
    await this.#slow.spend(key);
  }

  async missed(key: string): Promise<void> {
    await this.#misses.allows(key);
  }
}

/**
 * Every budget of the HTTP interface. Keys are addresses or ids of people.
 * @param refused called with the name of a budget for each that was too much
 */
export function createBudgets(
  limits: Limits,
  redis: Redis | null = null,
  refused: (budget: string) => void = () => {},
) {
  const budget = (name: string, points: number, seconds: number) =>
    new Budget(points, seconds, redis && { redis, name }, () => refused(name));
  return {
    records: budget('records', limits.recordsPerAddress, limits.requestsSeconds),
    replays: budget('replays', limits.replaysPerAddress, limits.requestsSeconds),
    requests: budget('requests', limits.requestsPerAddress, limits.requestsSeconds),
    upgrades: budget('upgrades', limits.upgradesPerAddress, limits.upgradesSeconds),
    sessions: budget('sessions', limits.sessionsPerAddress, limits.sessionsSeconds),
    unusedSessions: budget('unusedSessions', limits.unusedSessionsPerBrowser, limits.sessionsSeconds),
    creates: budget('creates', limits.createsPerAddress, limits.createsSeconds),
    plays: budget('plays', limits.playsPerAddress, limits.playsSeconds),
    seatsOfAddress: budget('seatsOfAddress', limits.seatsPerAddress, limits.seatsSeconds),
    seatsOfPerson: budget('seatsOfPerson', limits.seatsPerPerson, limits.seatsSeconds),
    codes: new GuessBudget(
      budget('codes', limits.wrongCodesPerAddress, limits.wrongCodesSeconds),
      budget('slowCodes', 1, limits.slowCodeSeconds),
    ),
    chatSeatsOfPerson: budget('chatSeatsOfPerson', limits.chatSeatsPerPerson, limits.seatsSeconds),
    pagesOfPerson: budget('pagesOfPerson', limits.pagesPerPerson, limits.requestsSeconds),
    searchesOfPerson: budget('searchesOfPerson', limits.searchesPerPerson, limits.requestsSeconds),
    directsOfPerson: budget('directsOfPerson', limits.directsPerPerson, limits.directsSeconds),
    reportsOfPerson: budget('reportsOfPerson', limits.reportsPerPerson, limits.directsSeconds),
    daysOfPerson: budget('daysOfPerson', limits.daysPerPerson, limits.requestsSeconds),
    placesOfAddress: budget('placesOfAddress', limits.placesPerAddress, limits.placesSeconds),
    passwordsOfAddress: budget(
      'passwordsOfAddress',
      limits.passwordsPerAddress,
      limits.passwordsAddressSeconds,
    ),
    passwordsOfName: budget('passwordsOfName', limits.passwordsPerName, limits.passwordsSeconds),
    exportsOfPerson: budget('exportsOfPerson', limits.exportsPerPerson, limits.exportsSeconds),
    exportsOfAddress: budget('exportsOfAddress', limits.exportsPerAddress, limits.exportsSeconds),
    deletionsOfAddress: budget('deletionsOfAddress', limits.deletionsPerAddress, limits.exportsSeconds),
    renamesOfAddress: budget('renamesOfAddress', limits.renamesPerAddress, limits.renamesSeconds),
    renamesOfPerson: budget('renamesOfPerson', limits.renamesPerPerson, limits.renamesSeconds),
  };
}

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
