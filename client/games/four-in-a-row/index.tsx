import type { Replay } from '../../../shared/core/replay.ts';
import { ABOUT } from '../../../shared/games/four-in-a-row/about.ts';
import { FOUR_REFUSALS } from '../../../shared/games/four-in-a-row/refusals.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { readFour } from '../../../shared/games/four-in-a-row/wire.ts';
import { lazyPart } from '../../dom/ui/lazy.tsx';
import type { ClientGame } from '../game.ts';
import { TurnDock, turnTimers, turnWords } from '../turns.tsx';
import { Board } from './Board.tsx';
import { announcement, result, sentence } from './words.ts';

/** Four in a Row, as the pages of a table show it. */
export const fourInARow: ClientGame<FourView> = {
  ...turnWords,
  about: ABOUT,
  readGame: readFour,
  refusals: FOUR_REFUSALS,
  sentence,
  lastBoardMs: 2_500,
  result,
  announcement,
  tone: (before, after) => (before.game.position.cells === after.game.position.cells ? null : 'move'),
  options: [
    turnTimers(30),
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
  replay: async () => (await import('../../../shared/games/four-in-a-row/replay.ts')).replay as Replay,
  Board,
  Dock: () => <TurnDock line="Choose a column." keys="Arrows or 1 to 7, then Enter" />,
  HowToPlay: lazyPart(async () => (await import('./HowToPlay.tsx')).HowToPlay),
  EndPanel: () => (
    <section class="panel four-end" aria-label="The board">
      <Board />
    </section>
  ),
};
