import type { Request } from 'express';
import { err, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { looksOf } from '../identity/looks.ts';
import type { ApiDeps } from './api.ts';
import { OpenCount } from './budgets.ts';
import { FairQueue } from './fair-queue.ts';
import { unwrap } from './parse.ts';
import { Recent } from './recent.ts';
import { RefusedError } from './refusals.ts';

/** What counts as a wrong guess. */
const MISSES: readonly string[] = ['wrong_login', 'wrong_password', 'wrong_code', 'already_named'];

/** Lets somebody prove who they are. @throws RefusedError for a rejection; `rate_limited` says how long to wait */
export type Guess = <T>(
  request: Request,
  name: string,
  act: () => Promise<Result<T, Rejection>>,
) => Promise<T>;

/** Each takes a tenth of a second of a core, or less. Who waited longer than an answer may take goes. */
const QUEUE = { atOnce: 2, maxWaiting: 150, patienceMs: 4_500 };
/** Guesses of one address that may be under way: they count as wrong until they are known to be right. */
const PER_ADDRESS = 40;
/** Accounts, with an address they were opened from, that go first when many wait. */
const MAX_KNOWN = 20_000;
const BUSY = { code: 'busy' };

/**
 * Guessing is slow per name and address, and bounded per address; only what is wrong counts, but everything until it is
 * known. Passwords are looked at in turn, and who was right before, from the same address, goes first.
 */
export function guesses({ budgets, addressOf }: Pick<ApiDeps, 'budgets' | 'addressOf'>): Guess {
  const queue = new FairQueue(QUEUE);
  const underWay = new OpenCount(PER_ADDRESS);
  const known = new Recent(MAX_KNOWN);

  return async (request, name, act) => {
    const address = addressOf(request);
    const account = looksOf(name)[0];
    const key = `${account} ${address}`;
    const done = underWay.open(address);
    if (!done) throw RefusedError.from(BUSY);
    const held: (() => Promise<void>)[] = [];
    let isMiss = false;
    try {
      await orWait(async () => {
        held.push(await budgets.passwordsOfAddress.hold(address));
        held.push(await budgets.passwordsOfName.hold(key));
      });
      const result = await queue.run({ account, address, isKnown: known.has(key) }, act);
      isMiss = result !== null && !result.ok && MISSES.includes(result.error.code);
      if (result?.ok) known.add(key);
      return unwrap(result ?? err(BUSY));
    } finally {
      done();
      if (!isMiss) for (const giveBack of held) await giveBack();
    }
  };
}

/** The usual sentence speaks of a moment; here it is minutes or hours. */
async function orWait<T>(spend: () => Promise<T>): Promise<T> {
  try {
    return await spend();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.retryAfterSeconds === null) throw error;
    const { code, retryAfterSeconds } = error;
    const message = `Too many tries. Please wait ${waitWords(retryAfterSeconds)}.`;
    throw new RefusedError(code, { message, retryAfterSeconds });
  }
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes >= 120) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
