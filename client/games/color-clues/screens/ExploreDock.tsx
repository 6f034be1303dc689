import { WaitDock } from '../../../dom/game/WaitDock.tsx';
import { Own } from '../../../dom/ui/Own.tsx';
import { shownView } from '../store/board-model.ts';
import { describeCell, hexOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { useGame } from './useGame.ts';

/** Somebody else's turn. The board is free to explore: the cell that is looked at is named. */
export function ExploreDock({ line, detail, target }: Extract<Dock, { kind: 'wait' }>) {
  const { view, me, draft } = useGame();
  const last = draft.lastReveal.value;
  const isLastShown = last !== null && shownView(view, me, last) === last;
  const shown = target ?? draft.aim.value;
  if (shown === null)
    return <WaitDock line={line} detail={isLastShown ? 'The board still shows the last round.' : detail} />;
  return (
    <WaitDock
      line={line}
      detail={isLastShown ? 'The board still shows the last round.' : detail}
      picture={
        <span
          class="swatch dock-swatch"
          role="img"
          aria-label={describeCell(shown)}
          style={{ background: hexOf(shown) }}
        />
      }
      note={
        <span class="num">
          {target !== null ? 'Your color: ' : ''}
          <Own>{describeCell(shown)}</Own>.{' '}
        </span>
      }
    />
  );
}
