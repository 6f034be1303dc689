import { Switch } from '../../../dom/ui/Switch.tsx';
import { text } from '../messages/setup/index.ts';
import { aids, setAids } from '../store/aids.ts';

/** Switches that help to tell colors apart. */
export function Settings() {
  const set = aids.value;
  return (
    <>
      <h3>{text.tellingApart}</h3>
      <div>
        <Switch
          label={text.names}
          help={text.namesHelp}
          isOn={set.names}
          onChange={(names) => setAids({ names })}
        />
        <Switch
          label={text.families}
          help={text.familiesHelp}
          isOn={set.familyBands}
          onChange={(familyBands) => setAids({ familyBands })}
        />
        <Switch
          label={text.textures}
          help={text.texturesHelp}
          isOn={set.familyTexture}
          onChange={(familyTexture) => setAids({ familyTexture })}
        />
      </div>
    </>
  );
}
