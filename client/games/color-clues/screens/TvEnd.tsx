import '../styles/tv-end.css';
import { Said } from '../../../dom/game/SentenceRow.tsx';
import { Words } from '../../../dom/game/Words.tsx';
import { insights } from '../store/after-game.ts';
import { describeCell, hexOf } from '../store/cells.ts';
import { useGame } from './useGame.ts';

/** So many rounds are in sight; of a longer game the last ones. */
const ROUNDS = 12;

/** For a room, beside the ranking: what came out, and which color each clue meant. */
export function TvEnd() {
  const { view } = useGame();
  const rounds = (view.game?.history ?? []).slice(-ROUNDS);
  return (
    <div class="tv-end">
      <ul class="tv-insights">
        {insights(view, null).map((line) => (
          <li key={line}>
            <Words text={line} />
          </li>
        ))}
      </ul>
      <ol class="tv-rounds">
        {rounds.map(({ round, clues, target }) =>
          target === null ? null : (
            <li key={round}>
              <span
                class="swatch"
                role="img"
                aria-label={describeCell(target)}
                style={{ background: hexOf(target) }}
              />
              <strong>
                <Said words={clues} />
              </strong>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
