import { preferences, setPreferences } from '../../store/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChosenGame } from './useChosenGame.ts';

const THEMES = [
  { value: 'system', label: 'System', help: '' },
  { value: 'light', label: 'Light', help: '' },
  { value: 'dark', label: 'Dark', help: '' },
] as const;

/** What a person sets for this browser. Every change counts at once. */
export function Settings({ onClose }: { onClose: () => void }) {
  const set = preferences.value;
  const game = useChosenGame();
  return (
    <Dialog title="Settings" onClose={onClose}>
      <Segments
        label="Theme"
        choices={THEMES}
        value={set.theme}
        onChange={(theme) => setPreferences({ theme })}
      />
      <div>
        <Switch label="Sound" isOn={set.sound} onChange={(sound) => setPreferences({ sound })} />
        <Switch
          label="Vibration"
          help="On your turn, and for your points"
          isOn={set.vibration}
          onChange={(vibration) => setPreferences({ vibration })}
        />
        <Switch
          label="Reactions"
          help="What people at the table show for a moment"
          isOn={set.reactions}
          onChange={(reactions) => setPreferences({ reactions })}
        />
        <Switch
          label="Less motion"
          help="Fades instead of movement"
          isOn={set.motion === 'less'}
          onChange={(isLess) => setPreferences({ motion: isLess ? 'less' : 'system' })}
        />
      </div>
      {game?.Settings && <game.Settings />}
    </Dialog>
  );
}
