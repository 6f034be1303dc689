import type { Result } from '../../shared/core/result.ts';
import type { GamesAnswer, StatisticsAnswer, WeekAnswer } from '../../shared/protocol/games.ts';
import { callAsMe } from './api.ts';
import type { Refusal } from './types.ts';

export type {
  GameStatistics,
  GamesAnswer,
  PastGame,
  StatisticsAnswer,
  WeekAnswer,
} from '../../shared/protocol/games.ts';

/** Games of one's own, the newest first. `before` is `next` of the page before; `game` one kind, null for all. */
export const ownGames = (
  before: number | null,
  game: string | null,
): Promise<Result<GamesAnswer, Refusal>> => {
  const query = new URLSearchParams({ ...(before && { before: String(before) }), ...(game && { game }) });
  return callAsMe('GET', `/api/games?${query}`);
};

export const statistics = (): Promise<Result<StatisticsAnswer, Refusal>> =>
  callAsMe('GET', '/api/games/statistics');

/** Takes part in ratings and the table of the week, or does not any more. */
export const takePart = (isIn: boolean): Promise<Result<StatisticsAnswer, Refusal>> =>
  callAsMe('POST', '/api/games/ranked', { isIn });

export const tableOfTheWeek = (game: string): Promise<Result<WeekAnswer, Refusal>> =>
  callAsMe('GET', `/api/games/week?game=${game}`);
