import { Fragment } from 'preact';
import type { Sentence } from '../../games/game.ts';
import { gameText as text } from '../../i18n/game/index.ts';
import { isHeld, passedAt } from '../../store/turns.ts';
import { usePlayed } from '../table/context.ts';
import { Own } from '../ui/Own.tsx';
import { EndShow } from './EndShow.tsx';
import { Ring } from './Ring.tsx';
import { Words } from './Words.tsx';

/** The row above the board: what to do now, what matters most, the clock. */
export function SentenceRow() {
  const { sitting, game, view, me } = usePlayed();
  const held = isHeld(view);
  const said = { ...game.sentence(view, me), ...(held && { now: text.paused, about: '' }) };
  const wait = game.wait(view);
  const until = held ? null : (passedAt(game, view) ?? wait.until);
  const isShowing = sitting.show.at.value !== null;
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
          {said.said?.length ? <Said words={said.said} /> : <Words text={said.large} />}
        </h1>
      </div>
      {game.Aside && !held && <game.Aside />}
      {isShowing && <EndShow />}
      {said.gain != null && !isShowing && <p class="display say-gain gain num">{text.youGain(said.gain)}</p>}
      {until !== null && wait.spanMs !== null && (
        <Ring until={until} spanMs={wait.spanMs} now={() => sitting.connection.serverNow()} />
      )}
    </div>
  );
}

/** What somebody said, as it was said: `forest floor · wet log`. */
export function Said({ words }: { words: readonly string[] }) {
  return (
    <>
      {words.map((each, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="soft"> · </span>}
          <Own>{each}</Own>
        </Fragment>
      ))}
    </>
  );
}

/** Long ones are set smaller, so that the row keeps its height. */
function lengthOf({ said = [], large }: Sentence): 'short' | 'middle' | 'long' | 'huge' {
  const length = said.length > 0 ? said.join(' · ').length : large.length;
  if (length <= 18) return 'short';
  if (length <= 30) return 'middle';
  return length <= 38 ? 'long' : 'huge';
}
