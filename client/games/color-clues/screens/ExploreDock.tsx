import { WaitDock } from '../../../dom/game/WaitDock.tsx';
import { Words } from '../../../dom/game/Words.tsx';
import { text } from '../messages/table/index.ts';
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
  const told = isLastShown ? text.boardShowsLast : detail;
  if (shown === null) return <WaitDock line={line} detail={told} />;
  return (
    <WaitDock
      line={line}
      detail={told}
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
          <Words text={text.looksAt(describeCell(shown), target !== null)} />{' '}
        </span>
      }
    />
  );
}
