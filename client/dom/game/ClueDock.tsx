import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import { useState } from 'preact/hooks';
import type { Cell } from '../../../shared/games/color-clues/types.ts';
import { describeCell, hexOf, labelOf, nameOf } from '../../store/cells.ts';
import { readOptions } from '../../store/options.ts';
import { useView } from '../table/context.ts';
import { Icon } from '../ui/Icon.tsx';
import { ClueField } from './ClueField.tsx';

/** The giver's card: choose one of four colors and say a word for it. A sheet on a phone, which can be put down. */
export function ClueDock({ card }: { card: readonly Cell[] }) {
  const { sitting, view } = useView();
  const [isDown, setDown] = useState(false);
  const chosen = card.find((cell) => cell === sitting.aim.value) ?? card[0] ?? 0;
  const give = (text: string) => sitting.play({ type: 'giveClue', cell: chosen, text });
  if (isDown) return <PutDown cell={chosen} onOpen={() => setDown(false)} />;
  return (
    <section class="dock clue-dock" aria-label="Your card">
      <button
        type="button"
        class="button icon phone put-down"
        aria-label="Put the card down to see the board"
        onClick={() => setDown(true)}
      >
        <Icon node={ChevronDown} />
      </button>
      <fieldset class="card">
        <legend class="unseen">Your color</legend>
        {card.map((cell) => (
          <label key={cell} title={nameOf(cell)}>
            <input
              class="unseen"
              type="radio"
              name="card"
              aria-label={describeCell(cell)}
              checked={cell === chosen}
              onChange={() => {
                sitting.aim.value = cell;
              }}
            />
            <span class="swatch" style={{ background: hexOf(cell) }} />
            <strong class="num">{labelOf(cell)}</strong>
          </label>
        ))}
      </fieldset>
      <ClueField
        label={`Your clue for ${describeCell(chosen)}`}
        placeholder="One word"
        rules={rulesOf(view.options)}
        words={1}
        button="Give clue"
        onGive={give}
      />
    </section>
  );
}

function rulesOf(options: unknown): string {
  if (readOptions(options).clueCheck === 'off') return 'Whatever comes to mind.';
  return 'No color names, no positions, nothing used before.';
}

function PutDown({ cell, onOpen }: { cell: Cell; onOpen: () => void }) {
  return (
    <section class="dock" aria-label="Your card">
      <span class="swatch dock-swatch" style={{ background: hexOf(cell) }} />
      <p class="grow clip">
        <strong class="num">{labelOf(cell)}</strong> <span class="soft">{nameOf(cell)}</span>
      </p>
      <button type="button" class="button primary big" onClick={onOpen}>
        Your card
      </button>
    </section>
  );
}
