import { Words } from '../../../dom/game/Words.tsx';
import { Refused } from '../../../dom/ui/Refused.tsx';
import { takenBy } from '../store/board-model.ts';
import { hexOf, labelOf, nameOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { useGame } from './useGame.ts';

/** My turn: the cell I aim at, and the button that places. */
export function PlaceDock({ pass }: Extract<Dock, { kind: 'place' }>) {
  const { sitting, view, me, draft } = useGame();
  const cell = draft.aim.value;
  const taken = cell === null ? null : takenBy(view, me, cell);
  const refusal = sitting.refusal.value;
  const isSending = sitting.pending.value === 'placeMarker';
  const canPlace = cell !== null && taken === null && !isSending;
  const place = () => {
    if (canPlace) void sitting.play({ type: 'placeMarker', cell });
  };
  return (
    <section class="dock" aria-label="Your turn">
      <span
        class={cell === null ? 'swatch dock-swatch none' : 'swatch dock-swatch'}
        style={cell === null ? undefined : { background: hexOf(cell) }}
      />
      <div class="grow">
        {cell === null ? (
          <p>
            <strong>Find the color</strong>
          </p>
        ) : (
          <p class="clip" translate={false}>
            <strong class="num">{labelOf(cell)}</strong> <span class="soft">{nameOf(cell)}</span>
          </p>
        )}
        {refusal?.place === 'dock' ? (
          <Refused>{refusal.message}</Refused>
        ) : (
          <p class="small soft dock-detail" data-important={taken !== null}>
            <Words text={detail(taken, cell, pass)} />
          </p>
        )}
      </div>
      <span class="small soft desk dock-hint">Arrows to move, or type a cell</span>
      <button type="button" class="button primary big dock-main" aria-disabled={!canPlace} onClick={place}>
        {isSending ? (
          'Placing…'
        ) : (
          <span>
            Place<span class="desk"> here</span>
          </span>
        )}
      </button>
    </section>
  );
}

function detail(taken: string | null, cell: number | null, pass: 1 | 2): string {
  if (taken !== null)
    return taken === 'you'
      ? 'Your first marker is here. Choose another cell.'
      : `${taken} is here. Choose another cell.`;
  if (cell === null)
    return pass === 1 ? 'Your first of two markers.' : 'Your second marker. The first stays where it is.';
  return pass === 1
    ? 'Your first of two markers. It stays where you put it.'
    : 'Your second marker. It stays where you put it.';
}
