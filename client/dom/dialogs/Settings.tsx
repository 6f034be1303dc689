import '../styles/host.css';
import { useId } from 'preact/hooks';
import { chooseLanguage, chosenLanguage, PAGE_LANGUAGES } from '../../i18n/language.ts';
import { settings } from '../../i18n/settings/index.ts';
import { languageName } from '../../store/languages.ts';
import { preferences, setPreferences } from '../../store/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChosenGame } from './useChosenGame.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** What a person sets for this browser. Every change counts at once. */
export function Settings({ onClose }: { onClose: () => void }) {
  const set = preferences.value;
  const game = useChosenGame();
  return (
    <Dialog title={settings.title} onClose={onClose}>
      <Segments
        label={settings.theme}
        choices={THEMES.map((value) => ({ value, label: settings.themes[value], help: '' }))}
        value={set.theme}
        onChange={(theme) => setPreferences({ theme })}
      />
      <div>
        <Switch label={settings.sound} isOn={set.sound} onChange={(sound) => setPreferences({ sound })} />
        <Switch
          label={settings.vibration}
          help={settings.vibrationHelp}
          isOn={set.vibration}
          onChange={(vibration) => setPreferences({ vibration })}
        />
        <Switch
          label={settings.reactions}
          help={settings.reactionsHelp}
          isOn={set.reactions}
          onChange={(reactions) => setPreferences({ reactions })}
        />
        <Switch
          label={settings.lessMotion}
          help={settings.lessMotionHelp}
          isOn={set.motion === 'less'}
          onChange={(isLess) => setPreferences({ motion: isLess ? 'less' : 'system' })}
        />
      </div>
      <LanguageChoice />
      {game?.Settings && <game.Settings />}
    </Dialog>
  );
}

/** What the page is read in. Another one shows it anew. */
function LanguageChoice() {
  const id = useId();
  return (
    <div class="row host-part">
      <label class="grow" for={id}>
        {settings.language}
      </label>
      <select
        id={id}
        class="field select"
        translate={false}
        value={chosenLanguage() ?? ''}
        onChange={({ currentTarget: { value } }) =>
          chooseLanguage(PAGE_LANGUAGES.find((each) => each === value) ?? null)
        }
      >
        <option value="">{settings.asBrowser}</option>
        {PAGE_LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageName(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
