import { kindOf } from '../../../shared/core/about.ts';
import { GAMES } from '../../../shared/games/index.ts';
import { landing } from '../../i18n/landing/index.ts';
import { gameTitle } from '../../store/games.ts';
import { chosenGame, chosenMode, setPreferences } from '../../store/preferences.ts';
import { useGames } from '../ui/games.ts';

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
      <ModeChooser />
    </>
  );
}

/** How it is played, in a game with several modes; at first each table decides that for itself. */
function ModeChooser() {
  const about = chosenGame();
  if (!about.modes) return null;
  return (
    <label class="row mode">
      <span class="soft">{landing.mode}</span>
      <select
        class="field"
        value={chosenMode(about) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setPreferences({ mode: value === '' ? '' : kindOf(about.name, value) })
        }
      >
        <option value="">{landing.anyMode}</option>
        {about.modes.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
