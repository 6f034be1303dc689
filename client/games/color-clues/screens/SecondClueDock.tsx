import { describeCell, hexOf, labelOf, nameOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { ClueField } from './ClueField.tsx';
import { GiverSheet } from './GiverSheet.tsx';
import { useGame } from './useGame.ts';

/** The giver may add up to two words, or have the round scored as it stands. */
export function SecondClueDock({ target, first }: Extract<Dock, { kind: 'clue2' }>) {
  const { sitting } = useGame();
  const skip = () => void sitting.play({ type: 'skipSecondClue' });
  return (
    <GiverSheet label="Second clue" cell={target} isSecond>
      {target !== null && (
        <div class="picked">
          <span
            class="swatch dock-swatch"
            role="img"
            aria-label={`Your color: ${describeCell(target)}`}
            style={{ background: hexOf(target) }}
          />
          <p class="picked-name" translate={false}>
            <strong class="num">{labelOf(target)}</strong> <span class="soft">{nameOf(target)}</span>
          </p>
        </div>
      )}
      <ClueField
        label={`Second clue for ${target === null ? 'your color' : describeCell(target)}`}
        placeholder="One or two words"
        rules={`Your first: “${first}”. No color names, no “lighter”.`}
        words={2}
        button="Give clue"
        onGive={(text) => sitting.play({ type: 'giveSecondClue', text })}
      >
        <button type="button" class="button big no-clue" onClick={skip}>
          <span>
            No second clue<small>score now</small>
          </span>
        </button>
      </ClueField>
    </GiverSheet>
  );
}
