import { AWAY_MS } from '../../../../shared/core/skip.ts';
import { parseOptions, seatsWith } from '../../../../shared/games/color-clues/options.ts';
import { DEFAULT_OPTIONS, type GameView } from '../../../../shared/games/color-clues/types.ts';
import { readGame } from '../../../../shared/games/color-clues/wire.ts';
import type { GameWords } from '../../game.ts';
import { about } from '../messages/about.ts';
import { text } from '../messages/table/index.ts';
import { announcement } from './announcement.ts';
import { bots } from './bots.ts';
import { duration, options } from './options.ts';
import { ownWords } from './own-words.ts';
import { players } from './players.ts';
import { result } from './result.ts';
import { isTogether, placedText, sentence } from './sentence.ts';
import { show } from './show.ts';
import { statistics } from './statistics.ts';
import { seatNote, standing } from './teams.ts';
import { tone } from './tone.ts';
import { wait } from './view.ts';

/** What is said at a table of Color Clues. Made when the messages are there. */
export const colorCluesWords = (): GameWords<GameView> => ({
  about,
  readGame,
  refusals: text.refusals,
  wait,
  absence: { graceMs: AWAY_MS, soon: text.passedIn, status: text.awayPassedIn },
  leaving: text.leaving,
  sentence,
  players,
  progress: ({ game }) => [standing(game), text.roundOf(game.round, game.rounds)].filter(Boolean).join(' · '),
  tally: ({ game }) => (game.expected > 0 && !isTogether(game) ? placedText(game) : null),
  result,
  announcement,
  tone,
  show,
  ownWords: ownWords(),
  options: options(),
  bots: bots(),
  duration,
  seatsWith,
  reorders: true,
  modeOf: (raw) => (parseOptions(raw) ?? DEFAULT_OPTIONS).preset,
  seatNote,
  statistics,
});
