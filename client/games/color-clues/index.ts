import { text } from './messages/table/index.ts';
import './styles/dock.css';
import './styles/rounds.css';
import type { Replay } from '../../../shared/core/replay.ts';
import type { GameView } from '../../../shared/games/color-clues/types.ts';
import { lazyPart } from '../../dom/ui/lazy.tsx';
import type { ClientGame } from '../game.ts';
import { Aside } from './screens/Aside.tsx';
import { ClueLog } from './screens/ClueLog.tsx';
import { ColorCluesDock } from './screens/ColorCluesDock.tsx';
import { GameBoard } from './screens/GameBoard.tsx';
import { Settings } from './screens/Settings.tsx';
import { colorCluesWords } from './store/words.ts';

const EndPanel = lazyPart(async () => (await import('./screens/EndPanel.tsx')).EndPanel);
const TvEnd = lazyPart(async () => (await import('./screens/TvEnd.tsx')).TvEnd);
const HowToPlay = lazyPart(async () => (await import('./screens/HowToPlay.tsx')).HowToPlay);

/** Color Clues on the page: the board with its markers, the clue above it, the giver's card below. Made when its messages are there. */
export const colorClues = (): ClientGame<GameView> => ({
  ...colorCluesWords(),
  Board: GameBoard,
  Dock: ColorCluesDock,
  HowToPlay,
  Aside,
  record: { title: text.cluesSoFar, Content: ClueLog },
  EndPanel,
  TvEnd,
  Settings,
  replay: async () => (await import('../../../shared/games/color-clues/replay.ts')).replay as Replay,
});
