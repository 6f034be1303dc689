/** How well somebody plays, and how sure that is. */
export interface Rating {
  /** 1500 for whoever is new. */
  readonly rating: number;
  /** The deviation: the true strength lies within two of them, 19 times in 20. */
  readonly deviation: number;
  /** When it was worked out, epoch ms. */
  readonly at: number;
}

/** How it went against one opponent: 1 for a win, 0.5 for a shared place, 0 for a loss. */
export interface Meeting {
  readonly opponent: Pick<Rating, 'rating' | 'deviation'>;
  readonly score: 0 | 0.5 | 1;
}

export const NEW_RATING = 1500;
export const NEW_DEVIATION = 350;
/** Nobody is ever surer than this, so that everybody can still change. */
const LEAST_DEVIATION = 30;
/** What a week without a game adds (squared): two years make somebody as unknown as a newcomer. */
const WEEK_MS = 7 * 24 * 3_600_000;
const GROWTH = (NEW_DEVIATION ** 2 - 50 ** 2) / 104;
const Q = Math.LN10 / 400;

/**
 * The rating after the meetings of one game, all taken at once.
 * @param before null for whoever has none yet
 * @source Mark E. Glickman, "The Glicko system" (glicko.net/glicko/glicko.pdf), steps 1 and 2, whose example is the test
 */
export function rate(before: Rating | null, meetings: readonly Meeting[], at: number): Rating {
  const { rating, deviation } = restedUntil(before, at);
  if (meetings.length === 0) return { rating, deviation, at };
  let information = 0;
  let surprise = 0;
  for (const { opponent, score } of meetings) {
    const g = 1 / Math.sqrt(1 + (3 * Q ** 2 * opponent.deviation ** 2) / Math.PI ** 2);
    const expected = 1 / (1 + 10 ** ((-g * (rating - opponent.rating)) / 400));
    information += g ** 2 * expected * (1 - expected);
    surprise += g * (score - expected);
  }
  const precision = 1 / deviation ** 2 + Q ** 2 * information;
  return {
    rating: rating + (Q / precision) * surprise,
    deviation: Math.max(LEAST_DEVIATION, Math.sqrt(1 / precision)),
    at,
  };
}

/** The same rating later: less sure, the longer nothing was played. */
export function restedUntil(before: Rating | null, at: number): Rating {
  if (before === null) return { rating: NEW_RATING, deviation: NEW_DEVIATION, at };
  const weeks = Math.max(0, at - before.at) / WEEK_MS;
  const deviation = Math.min(NEW_DEVIATION, Math.sqrt(before.deviation ** 2 + GROWTH * weeks));
  return { rating: before.rating, deviation, at };
}
