import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { text } from '../messages/table/index.ts';
import { describeCell, hexOf, labelOf, nameOf } from '../store/cells.ts';
import { isClueChecked } from '../store/options.ts';
import { ClueField } from './ClueField.tsx';
import { GiverSheet } from './GiverSheet.tsx';
import { useGame } from './useGame.ts';

/** The giver's card: choose one of four colors and say a word for it. A sheet on a phone, which can be put down. */
export function ClueDock({ card, target }: { card: readonly Cell[]; target: Cell | null }) {
  const { sitting, view, draft } = useGame();
  const chosen = target ?? card.find((cell) => cell === draft.aim.value) ?? card[0] ?? 0;
  const words = view.game?.words[0] ?? 1;
  const give = (clue: string) => sitting.play({ type: 'giveClue', cell: chosen, text: clue });
  return (
    <GiverSheet label={text.yourCard} cell={chosen}>
      <fieldset class="card">
        <legend class="unseen">{text.yourColor}</legend>
        {card.map((cell) => (
          <label key={cell} title={nameOf(cell)} translate={false}>
            <input
              class="unseen"
              type="radio"
              name="card"
              aria-label={describeCell(cell)}
              checked={cell === chosen}
              disabled={target !== null && cell !== target}
              onChange={() => {
                draft.aim.value = cell;
              }}
            />
            <span class="swatch" style={{ background: hexOf(cell) }} />
            <strong class="num">{labelOf(cell)}</strong>
          </label>
        ))}
      </fieldset>
      <p class="phone clip card-name" translate={false}>
        <strong class="num">{labelOf(chosen)}</strong> <span class="soft">{nameOf(chosen)}</span>
      </p>
      <ClueField
        label={text.clueFor(describeCell(chosen))}
        placeholder={words === 1 ? text.oneWord : text.upToWords(words)}
        rules={isClueChecked(view.options) ? text.checked : text.anythingGoes}
        words={words}
        button={text.giveClue}
        onGive={give}
      />
    </GiverSheet>
  );
}
