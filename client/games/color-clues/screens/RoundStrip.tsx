import { Said } from '../../../dom/game/SentenceRow.tsx';
import { boardText } from '../messages/board/index.ts';
import { text } from '../messages/end/index.ts';
import { describeCell, hexOf } from '../store/cells.ts';
import { targetLabel } from '../store/result.ts';
import { DeckLine } from './DeckLine.tsx';
import { useGame } from './useGame.ts';

/** The game as a strip of rounds: clue → color. */
export function RoundStrip() {
  const { view } = useGame();
  const history = view.game?.history ?? [];
  return (
    <section class="panel rounds" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{text.rounds}</h2>
      <ol>
        {history.map((record) => (
          <li key={record.round}>
            <span class="grow">
              {record.clues.length > 0 ? (
                <Said words={record.clues} />
              ) : (
                <span class="soft">{boardText.noClue}</span>
              )}
            </span>
            <span class="small soft num" translate={false}>
              {targetLabel(record.target)}
            </span>
            {record.target === null ? (
              <span class="swatch none" />
            ) : (
              <span
                class="swatch"
                role="img"
                aria-label={describeCell(record.target)}
                style={{ background: hexOf(record.target) }}
              />
            )}
          </li>
        ))}
      </ol>
      <DeckLine />
    </section>
  );
}
