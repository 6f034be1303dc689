import { assertNever } from '../../../../shared/core/result.ts';
import { PausedDock } from '../../../dom/game/PausedDock.tsx';
import { dock } from '../store/dock.ts';
import { ClueDock } from './ClueDock.tsx';
import { ExploreDock } from './ExploreDock.tsx';
import { PlaceDock } from './PlaceDock.tsx';
import { RevealDock } from './RevealDock.tsx';
import { SecondClueDock } from './SecondClueDock.tsx';
import { useGame } from './useGame.ts';

/** Under the board: the one action that answers the sentence above it. */
export function ColorCluesDock() {
  const { view, me } = useGame();
  const model = dock(view, me);
  switch (model.kind) {
    case 'clue':
      return <ClueDock {...model} />;
    case 'clue2':
      return <SecondClueDock {...model} />;
    case 'place':
      return <PlaceDock {...model} />;
    case 'wait':
      return <ExploreDock {...model} />;
    case 'reveal':
      return <RevealDock {...model} />;
    case 'paused':
      return <PausedDock missing={model.missing} />;
    default:
      return assertNever(model);
  }
}
