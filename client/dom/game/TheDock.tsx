import { assertNever } from '../../../shared/core/result.ts';
import { dock } from '../../store/dock.ts';
import { useView } from '../table/context.ts';
import { ClueDock } from './ClueDock.tsx';
import { PausedDock } from './PausedDock.tsx';
import { PlaceDock } from './PlaceDock.tsx';
import { RevealDock } from './RevealDock.tsx';
import { SecondClueDock } from './SecondClueDock.tsx';
import { WaitDock } from './WaitDock.tsx';

/** Under the board: the one action that answers the sentence above it. */
export function TheDock() {
  const { view, me } = useView();
  const model = dock(view, me);
  switch (model.kind) {
    case 'clue':
      return <ClueDock {...model} />;
    case 'clue2':
      return <SecondClueDock {...model} />;
    case 'place':
      return <PlaceDock {...model} />;
    case 'wait':
      return <WaitDock {...model} />;
    case 'reveal':
      return <RevealDock {...model} />;
    case 'paused':
      return <PausedDock {...model} />;
    default:
      return assertNever(model);
  }
}
