import { preferences, setPreferences } from '../../store/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';

const THEMES = [
  { value: 'system', label: 'System', help: '' },
  { value: 'light', label: 'Light', help: '' },
  { value: 'dark', label: 'Dark', help: '' },
] as const;

/** What a person sets for this browser. Every change counts at once. */
export function Settings({ onClose }: { onClose: () => void }) {
  const set = preferences.value;
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
          label="Vibration on your turn"
          isOn={set.vibration}
          onChange={(vibration) => setPreferences({ vibration })}
        />
        <Switch
          label="Less motion"
          help="Fades instead of movement"
          isOn={set.motion === 'less'}
          onChange={(isLess) => setPreferences({ motion: isLess ? 'less' : 'system' })}
        />
      </div>
      <h3>Telling colors apart</h3>
      <div>
        <Switch
          label="Color names"
          help="Under the loupe, wherever you point"
          isOn={set.names}
          onChange={(names) => setPreferences({ names })}
        />
        <Switch
          label="Family names"
          help="Purple, pink, red… along the edge"
          isOn={set.familyBands}
          onChange={(familyBands) => setPreferences({ familyBands })}
        />
        <Switch
          label="Family textures"
          help="A pattern for each family on the cells"
          isOn={set.familyTexture}
          onChange={(familyTexture) => setPreferences({ familyTexture })}
        />
      </div>
    </Dialog>
  );
}
