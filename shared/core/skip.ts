/** Without a clock, a host leaves whoever is waited for so much time, ms. */
export const FAIR_TURN_MS = 15_000;

/** Somebody whose connection is lost counts as there for so long, ms: a page that is loaded again costs nobody a turn. */
export const AWAY_MS = 5_000;

/** What is waited for, epoch ms. */
export interface SkippableWait {
  readonly since: number;
  /** When the clock ends; null without one. */
  readonly until: number | null;
  /** Since when each of those who are waited for is away; null for whoever is there. */
  readonly awaySince: readonly (number | null)[];
}

/**
 * From when on a host may go on without whoever is waited for, epoch ms: half of a clock is theirs, without one
 * `FAIR_TURN_MS`; nothing as soon as all of them have been away for `AWAY_MS`. Rule 11.8.
 */
export function skipFrom({ since, until, awaySince }: SkippableWait): number {
  const fairAt = until === null ? since + FAIR_TURN_MS : (since + until) / 2;
  const gone = awaySince.filter((at) => at !== null);
  return gone.length < awaySince.length ? fairAt : Math.min(fairAt, Math.max(...gone) + AWAY_MS);
}
