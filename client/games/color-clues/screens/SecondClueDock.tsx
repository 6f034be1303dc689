import { text } from '../messages/table/index.ts';
import { describeCell, hexOf, labelOf, nameOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { ClueField } from './ClueField.tsx';
import { GiverSheet } from './GiverSheet.tsx';
import { useGame } from './useGame.ts';

/** The giver may add a few words, or have the round scored as it stands. */
export function SecondClueDock({ target, first }: Extract<Dock, { kind: 'clue2' }>) {
  const { sitting, view } = useGame();
  const words = view.game?.words[1] ?? 2;
  const skip = () => void sitting.play({ type: 'skipSecondClue' });
  return (
    <GiverSheet label={text.secondClue} cell={target} isSecond>
      {target !== null && (
        <div class="picked">
          <span
            class="swatch dock-swatch"
            role="img"
            aria-label={text.yourColorIs(describeCell(target))}
            style={{ background: hexOf(target) }}
          />
          <p class="picked-name" translate={false}>
            <strong class="num">{labelOf(target)}</strong> <span class="soft">{nameOf(target)}</span>
          </p>
        </div>
      )}
      <ClueField
        label={text.secondClueFor(target === null ? null : describeCell(target))}
        placeholder={words === 1 ? text.oneWord : words === 2 ? text.oneOrTwoWords : text.upToWords(words)}
        rules={text.secondRules(first)}
        words={words}
        button={text.giveClue}
        onGive={(clue) => sitting.play({ type: 'giveSecondClue', text: clue })}
      >
        <button type="button" class="button big no-clue" onClick={skip}>
          <span>
            {text.noSecondClue}
            <small>{text.scoreNow}</small>
          </span>
        </button>
      </ClueField>
    </GiverSheet>
  );
}
