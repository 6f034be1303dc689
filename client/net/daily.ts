import { err, type Result } from '../../shared/core/result.ts';
import type { DailyView } from '../../shared/protocol/daily.ts';
import { api, callAsMe } from './api.ts';
import { said } from './said.ts';
import type { Refusal } from './types.ts';

/** Everybody plays as somebody, be it a new guest. */
async function asSomebody<T>(ask: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  const isKnown = await api.session().then(
    () => true,
    () => false,
  );
  return isKnown ? ask() : err(said('offline'));
}

/** The game of a day; of today without one. */
export const askDay = (day: string | null): Promise<Result<DailyView, Refusal>> =>
  asSomebody(() => callAsMe('GET', day === null ? '/api/daily' : `/api/daily/${day}`));

/** Places on a day for good; asked again it answers the same. */
export const placeOnDay = (day: string, places: readonly number[]): Promise<Result<DailyView, Refusal>> =>
  asSomebody(() => callAsMe('POST', `/api/daily/${day}`, { places }));
