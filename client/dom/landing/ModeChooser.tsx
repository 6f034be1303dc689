import '../styles/landing-side.css';
import { kindOf } from '../../../shared/core/about.ts';
import { landing } from '../../i18n/landing/index.ts';
import { chosenGame, chosenMode, setPreferences } from '../../store/preferences.ts';

/** How it is played, in a game with several modes; at first each table decides that for itself. */
export function ModeChooser() {
  const about = chosenGame();
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
        {about.modes?.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
