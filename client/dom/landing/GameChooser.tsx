import { GAMES } from '../../../shared/games/index.ts';
import { landing } from '../../i18n/landing/index.ts';
import { chosenGame, setPreferences } from '../../store/preferences.ts';
import { useGames } from '../ui/games.ts';

/** What to play: every game with its picture. The choice counts for Play now, for new tables, and for the next visit. */
export function GameChooser() {
  const { pictureOf } = useGames();
  const chosen = chosenGame().name;
  return (
    <fieldset class="games">
      <legend class="unseen">{landing.whatToPlay}</legend>
      {GAMES.map(({ name, title, minSeats, maxSeats }) => (
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
            <strong>{title}</strong>
            <span class="small soft">{landing.players(minSeats, maxSeats)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
