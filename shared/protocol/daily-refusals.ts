import type { Catalogue } from '../core/refusals.ts';

/** Why the game of a day is refused. */
export const DAILY_REFUSALS = {
  page: {
    no_day: 'There is nothing to play of that day.',
  },
} as const satisfies Catalogue;
