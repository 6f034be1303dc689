import type { Request } from 'express';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { looksOf } from '../identity/looks.ts';
import type { ApiDeps } from './api.ts';
import { unwrap } from './parse.ts';
import { RefusedError } from './refusals.ts';

/** What counts as a wrong guess. */
const MISSES: readonly string[] = ['wrong_login', 'wrong_password', 'wrong_code', 'already_named'];

/** Lets somebody prove who they are. @throws RefusedError for a rejection; `rate_limited` says how long to wait */
export type Guess = <T>(
  request: Request,
  name: string,
  act: () => Promise<Result<T, Rejection>>,
) => Promise<T>;

/** Guessing is slow per name and address, and bounded per address. Counted before the answer is known. */
export function guesses({ budgets, addressOf }: Pick<ApiDeps, 'budgets' | 'addressOf'>): Guess {
  return async (request, name, act) => {
    const address = addressOf(request);
    const giveBack = await orWait(async () => {
      await budgets.passwordsOfAddress.spend(address);
      return budgets.passwordsOfName.hold(`${looksOf(name)[0]} ${address}`);
    });
    let isMiss = false;
    try {
      const result = await act();
      isMiss = !result.ok && MISSES.includes(result.error.code);
      return unwrap(result);
    } finally {
      if (!isMiss) await giveBack();
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
