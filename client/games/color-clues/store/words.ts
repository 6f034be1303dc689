import { ABOUT } from '../../../../shared/games/color-clues/about.ts';
import { seatsWith } from '../../../../shared/games/color-clues/options.ts';
import { COLOR_CLUES_REFUSALS } from '../../../../shared/games/color-clues/refusals.ts';
import { AWAY_MS } from '../../../../shared/games/color-clues/timing.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import { readGame } from '../../../../shared/games/color-clues/wire.ts';
import type { GameWords } from '../../game.ts';
import { announcement } from './announcement.ts';
import { bots } from './bots.ts';
import { options } from './options.ts';
import { ownWords } from './own-words.ts';
import { players } from './players.ts';
import { result } from './result.ts';
import { placedText, sentence } from './sentence.ts';
import { show } from './show.ts';
import { statistics } from './statistics.ts';
import { tone } from './tone.ts';
import { wait } from './view.ts';

/** What is said at a table of Color Clues. */
export const words: GameWords<GameView> = {
  about: ABOUT,
  readGame,
  refusals: COLOR_CLUES_REFUSALS,
  wait,
  absence: {
    graceMs: AWAY_MS,
    soon: (seconds) => `Passed in ${seconds}\u00a0s.`,
    status: (seconds) => `away · passed in ${seconds}\u00a0s`,
  },
  leaving: 'Markers that you have placed still count for the others.',
  sentence,
  players,
  progress: ({ game }) => `Round ${game.round} of ${game.rounds}`,
  tally: ({ game }) => (game.expected > 0 ? placedText(game) : null),
  result,
  announcement,
  tone,
  show,
  ownWords,
  options,
  bots,
  seatsWith,
  statistics,
};
