import type { FourMove, FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { Dock } from '../../dom/game/Dock.tsx';
import { WaitDock } from '../../dom/game/WaitDock.tsx';
import { useTableOf } from '../../dom/table/context.ts';
import { faceOf } from '../../store/faces.ts';
import { Board } from './Board.tsx';

/** Under the board: what to do, or who is waited for. */
export function FourDock() {
  const { view, me } = useTableOf<FourView, FourMove>();
  const { turn, until } = view.game;
  if (turn === null || turn !== me) {
    const line = turn === null ? 'The game is over.' : `Waiting for ${faceOf(view, turn, me).name}.`;
    return <WaitDock line={line} detail="Then it is your turn." />;
  }
  const detail = until === null ? 'Take your time.' : 'When the time is up, chance drops a disc for you.';
  return (
    <Dock label="Your turn" line="Choose a column." detail={detail}>
      <span class="small soft desk dock-hint">Arrows or 1 to 7, then Enter</span>
    </Dock>
  );
}

/** The board as it was at the end. */
export const FourEnd = () => (
  <section class="panel four-end" aria-label="The board">
    <Board />
  </section>
);
