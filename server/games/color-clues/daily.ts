import { CELLS, distance } from '../../../shared/games/color-clues/board.ts';
import { dailyRound } from '../../../shared/games/color-clues/daily/daily-round.ts';
import { markerPoints } from '../../../shared/games/color-clues/scoring.ts';
import type { DailyGame } from '../../daily/daily-game.ts';
import { lexiconOf } from './bot.ts';

/** Color Clues, the same for everybody on one day: three clues, each with one marker. */
export const dailyColorClues: DailyGame = {
  places: CELLS,
  riddle(secret, day) {
    const { clues, targets } = dailyRound(secret, day, lexiconOf('en'));
    return { hints: clues, answers: targets };
  },
  score(place, answer) {
    const steps = distance(place, answer);
    return { points: markerPoints(steps), steps };
  },
};
