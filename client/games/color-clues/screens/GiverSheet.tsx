import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { Icon } from '../../../dom/ui/Icon.tsx';
import { text } from '../messages/table/index.ts';
import { hexOf, labelOf, nameOf } from '../store/cells.ts';

interface Props {
  readonly label: string;
  /** The giver's color; shown while the sheet is down. */
  readonly cell: Cell | null;
  readonly isSecond?: boolean;
  readonly children: ComponentChildren;
}

/** The giver's part of the dock: a row on a desk, on a phone a sheet that can be put down to see the whole board. */
export function GiverSheet({ label, cell, isSecond = false, children }: Props) {
  const [isDown, setDown] = useState(false);
  if (isDown) {
    return (
      <section class="dock" aria-label={label}>
        {cell !== null && <span class="swatch dock-swatch" style={{ background: hexOf(cell) }} />}
        <p class="grow clip" translate={false}>
          {cell !== null && (
            <>
              <strong class="num">{labelOf(cell)}</strong> <span class="soft">{nameOf(cell)}</span>
            </>
          )}
        </p>
        <button type="button" class="button primary big" onClick={() => setDown(false)}>
          {label}
        </button>
      </section>
    );
  }
  return (
    <section class={isSecond ? 'dock clue-dock second' : 'dock clue-dock'} aria-label={label}>
      <button
        type="button"
        class="button icon phone put-down"
        aria-label={text.putDown}
        onClick={() => setDown(true)}
      >
        <Icon node={ChevronDown} />
      </button>
      {children}
    </section>
  );
}
