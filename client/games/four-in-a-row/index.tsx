import type { Replay } from '../../../shared/core/replay.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { readFour } from '../../../shared/games/four-in-a-row/wire.ts';
import { lazyPart } from '../../dom/ui/lazy.tsx';
import type { ClientGame } from '../game.ts';
import { TurnDock, turnTimers, turnWords } from '../turns.tsx';
import { Board } from './Board.tsx';
import { about } from './messages/about.ts';
import { text } from './messages/index.ts';
import { announcement, result, sentence } from './words.ts';

const Dock = () => <TurnDock line={text.chooseColumn} keys={text.keys} />;
const HowToPlay = lazyPart(async () => (await import('./HowToPlay.tsx')).HowToPlay);
const EndPanel = () => (
  <section class="panel four-end" aria-label={text.board}>
    <Board />
  </section>
);

/** Four in a Row, as the pages of a table show it. Made when its messages are there. */
export const fourInARow = (): ClientGame<FourView> => ({
  ...turnWords(),
  about,
  readGame: readFour,
  refusals: text.refusals,
  sentence,
  lastBoardMs: 2_500,
  result,
  announcement,
  tone: (before, after) => (before.game.position.cells === after.game.position.cells ? null : 'move'),
  options: [
    turnTimers(30),
    {
      key: 'bots',
      label: text.botsPlay,
      standard: 'fair',
      choices: [
        { value: 'gentle', label: text.gentle, help: text.gentleHelp },
        { value: 'fair', label: text.fair, help: text.fairHelp },
        { value: 'strong', label: text.strong, help: text.strongHelp },
      ],
    },
  ],
  replay: async () => (await import('../../../shared/games/four-in-a-row/replay.ts')).replay as Replay,
  Board,
  Dock,
  HowToPlay,
  EndPanel,
});
