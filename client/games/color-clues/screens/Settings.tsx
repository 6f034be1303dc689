import { Switch } from '../../../dom/ui/Switch.tsx';
import { aids, setAids } from '../store/aids.ts';

/** Switches that help to tell colors apart. */
export function Settings() {
  const set = aids.value;
  return (
    <>
      <h3>Telling colors apart</h3>
      <div>
        <Switch
          label="Color names"
          help="Under the loupe, wherever you point"
          isOn={set.names}
          onChange={(names) => setAids({ names })}
        />
        <Switch
          label="Family names"
          help="Purple, pink, red… along the edge"
          isOn={set.familyBands}
          onChange={(familyBands) => setAids({ familyBands })}
        />
        <Switch
          label="Family textures"
          help="A pattern for each family on the cells"
          isOn={set.familyTexture}
          onChange={(familyTexture) => setAids({ familyTexture })}
        />
      </div>
    </>
  );
}
