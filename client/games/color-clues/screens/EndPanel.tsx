import { useState } from 'preact/hooks';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';
import { Words } from '../../../dom/game/Words.tsx';
import { useTableLink } from '../../../dom/table/context.ts';
import { copyText } from '../../../dom/ui/copy.ts';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { saveFile } from '../../../dom/ui/save-file.ts';
import { text } from '../messages/end/index.ts';
import { insights, squaresText } from '../store/after-game.ts';
import { RoundStrip } from './RoundStrip.tsx';
import { useGame } from './useGame.ts';

/** Beside the ranking: what came out, the rounds, and what one can take along. */
export function EndPanel() {
  const { view, me } = useGame();
  const lines = insights(view, me);
  return (
    <div class="after">
      {lines.length > 0 && (
        <section class="panel insights" aria-labelledby="insights-title">
          <h2 id="insights-title">{text.whatCameOut}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>
                <Words text={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <RoundStrip />
      <Keepsakes />
      <p class="soft">
        {text.everyDay}{' '}
        <RouteLink class="" to={{ page: 'other', path: '/daily' }}>
          {text.threeClues}
        </RouteLink>
      </p>
    </div>
  );
}

const FILE = 'color-clues.png';
const NOTE_MS = 2_500;

/** The game as a picture, and as a row of squares that spoils nothing. */
function Keepsakes() {
  const { view, me } = useGame();
  const link = useTableLink();
  const [note, setNote] = useState('');
  const tell = (words: string) => {
    setNote(words);
    setTimeout(() => setNote(''), NOTE_MS);
  };
  const picture = async () => {
    try {
      const { resultPicture } = await import('../picture/result-picture.ts');
      const file = new File([await resultPicture(view, me)], FILE, { type: 'image/png' });
      const shared = { files: [file], title: ABOUT.title };
      if (!navigator.canShare?.(shared)) return saveFile(FILE, file);
      // Whoever changes their mind is told nothing.
      await navigator.share(shared).catch(() => {});
    } catch {
      tell(text.pictureFailed);
    }
  };
  const squares = async () => {
    const isCopied = await copyText(squaresText(view, me, ABOUT.title, link));
    tell(isCopied ? text.squaresCopied : text.mayNotCopy);
  };
  return (
    <div class="keepsakes">
      <button type="button" class="button" onClick={picture}>
        {text.picture}
      </button>
      <button type="button" class="button" onClick={squares}>
        {note === text.squaresCopied ? note : text.copySquares}
      </button>
      <p class="unseen" role="status">
        {note}
      </p>
      {note !== '' && note !== text.squaresCopied && (
        <p class="small soft" aria-hidden="true">
          {note}
        </p>
      )}
    </div>
  );
}
