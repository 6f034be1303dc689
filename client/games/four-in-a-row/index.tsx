import { ABOUT } from '../../../shared/games/four-in-a-row/about.ts';
import { FOUR_REFUSALS } from '../../../shared/games/four-in-a-row/refusals.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { readFour } from '../../../shared/games/four-in-a-row/wire.ts';
import { lazyPart } from '../../dom/ui/lazy.tsx';
import type { ClientGame } from '../game.ts';
import { Board } from './Board.tsx';
import { FourDock, FourEnd } from './screens.tsx';
import { announcement, players, result, sentence } from './words.ts';

/** Four in a Row, as the pages of a table show it. */
export const fourInARow: ClientGame<FourView> = {
  about: ABOUT,
  readGame: readFour,
  refusals: FOUR_REFUSALS,
  wait: ({ game: { turn, until, spanMs } }) => ({ seats: turn === null ? [] : [turn], until, spanMs }),
  absence: { graceMs: null, word: 'chance moves' },
  sentence,
  players,
  result,
  announcement,
  tone: (before, after) => (before.game.position.cells === after.game.position.cells ? null : 'move'),
  options: [
    {
      key: 'timers',
      label: 'Timers',
      standard: 'normal',
      choices: [
        { value: 'normal', label: 'Normal', help: '30 s for each disc' },
        { value: 'slow', label: 'Slow', help: '60 s for each disc' },
        { value: 'off', label: 'Off', help: 'no clock; the host may skip a turn' },
      ],
    },
    {
      key: 'bots',
      label: 'Bots play',
      standard: 'fair',
      choices: [
        { value: 'gentle', label: 'Gentle', help: 'they look one move ahead, and slip' },
        { value: 'fair', label: 'Fair', help: 'they see what you are up to, mostly' },
        { value: 'strong', label: 'Strong', help: 'they look ten moves ahead' },
      ],
    },
  ],
  Board,
  Dock: FourDock,
  HowToPlay: lazyPart(async () => (await import('./HowToPlay.tsx')).HowToPlay),
  EndPanel: FourEnd,
};
