import { GAMES } from '../../../shared/games/index.ts';
import { landing } from '../../i18n/landing/index.ts';
import { gameTitle } from '../../store/games.ts';
import { me } from '../../store/me.ts';
import { chosenGame, setPreferences } from '../../store/preferences.ts';
import { useGames } from '../ui/games.ts';
import { lazyPart } from '../ui/lazy.tsx';

/** Comes after the page, into the room that is kept for it. */
const ModeChooser = lazyPart(async () => (await import('./ModeChooser.tsx')).ModeChooser);

/** What to play: every game with its picture. The choice counts for Play now, for new tables, and for the next visit. */
export function GameChooser() {
  const { pictureOf } = useGames();
  const chosen = chosenGame().name;
  return (
    <>
      <fieldset class="games">
        <legend class="unseen">{landing.whatToPlay}</legend>
        {GAMES.map(({ name, minSeats, maxSeats }) => (
          <label key={name} class="panel">
            <input
              class="unseen"
              type="radio"
              name="game"
              checked={name === chosen}
              onChange={() => setPreferences({ game: name })}
            />
            <img src={pictureOf(name)} alt="" />
            <span>
              <strong>{gameTitle(name)}</strong>
              <span class="small soft">{landing.players(minSeats, maxSeats)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosenGame().modes && <div class="mode-room">{me.value && <ModeChooser />}</div>}
    </>
  );
}
