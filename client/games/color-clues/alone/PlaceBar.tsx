import type { ComponentChildren } from 'preact';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { text } from '../messages/alone/index.ts';
import { boardText } from '../messages/board/index.ts';
import { hexOf, labelOf, nameOf } from '../store/cells.ts';

interface Props {
  /** The cell that is shown and named; null for none yet. */
  readonly cell: Cell | null;
  /** Before the name of the cell. */
  readonly lead?: string;
  readonly detail: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Under the board: the cell that is meant, and what can be done. */
export function PlaceBar({ cell, lead = '', detail, children }: Props) {
  return (
    <section class="dock" aria-label={text.yourMarker}>
      <span
        class={cell === null ? 'swatch dock-swatch none' : 'swatch dock-swatch'}
        style={cell === null ? undefined : { background: hexOf(cell) }}
      />
      <div class="grow">
        <p class="clip">
          {cell === null ? (
            <strong>{boardText.findColor}</strong>
          ) : (
            <>
              {lead}
              <span translate={false}>
                <strong class="num">{labelOf(cell)}</strong> <span class="soft">{nameOf(cell)}</span>
              </span>
            </>
          )}
        </p>
        <p class="small soft dock-detail">{detail}</p>
      </div>
      {children}
    </section>
  );
}
