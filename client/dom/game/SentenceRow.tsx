import { passedAt } from '../../store/faces.ts';
import { type Sentence, sentence } from '../../store/sentence.ts';
import { useView } from '../table/context.ts';
import { ChallengeButton } from './ChallengeButton.tsx';
import { Ring } from './Ring.tsx';
import { Words } from './Words.tsx';

/** The row above the board: what to do now, the clue, the clock. */
export function SentenceRow() {
  const { sitting, view, me } = useView();
  const said = sentence(view, me);
  const game = view.game;
  const until = passedAt(view) ?? game?.until ?? null;
  const span = game?.stage === 'reveal' ? null : (game?.spanMs ?? null);
  return (
    <div class="say">
      <div class="grow">
        <p class="say-now">
          {said.now && (
            <strong>
              <Words text={said.now} />
            </strong>
          )}
          <span class="say-about soft">
            {said.now && said.about && ' · '}
            <Words text={said.about} />
          </span>
        </p>
        <h1 class="say-large" data-length={lengthOf(said)}>
          {said.clues.length > 0 ? <Clues clues={said.clues} /> : <Words text={said.large} />}
        </h1>
      </div>
      <ChallengeButton />
      {said.gain !== null && <p class="display say-gain gain num">You +{said.gain}</p>}
      {until !== null && span !== null && (
        <Ring until={until} spanMs={span} now={() => sitting.connection.serverNow()} />
      )}
    </div>
  );
}

/** `forest floor · wet log`. */
export function Clues({ clues }: { clues: readonly string[] }) {
  return (
    <>
      {clues.map((clue, index) => (
        <span key={index} translate={false}>
          {index > 0 && <span class="soft"> · </span>}
          {clue}
        </span>
      ))}
    </>
  );
}

/** Long clues are set smaller, so that the row keeps its height. */
function lengthOf(said: Sentence): 'short' | 'middle' | 'long' | 'huge' {
  const length = said.clues.length > 0 ? said.clues.join(' · ').length : said.large.length;
  if (length <= 18) return 'short';
  if (length <= 30) return 'middle';
  return length <= 38 ? 'long' : 'huge';
}
