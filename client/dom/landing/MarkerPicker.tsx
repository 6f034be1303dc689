import { identity } from '../../i18n/identity/index.ts';
import { initialOf } from '../../store/letters.ts';
import { Marker } from '../ui/Marker.tsx';
import { MARKERS } from '../ui/markers.ts';

interface Props {
  readonly name: string;
  readonly marker: number;
  readonly onPick: (marker: number) => void;
}

/** The markers to choose from. */
export function MarkerPicker({ name, marker, onPick }: Props) {
  return (
    <fieldset class="markers">
      <legend class="small soft">{identity.yourMarker}</legend>
      {MARKERS.map((shape, index) => (
        <label key={shape.path} title={identity.markers[index]}>
          <input
            class="unseen"
            type="radio"
            name="marker"
            aria-label={identity.markers[index]}
            checked={index === marker}
            onChange={() => onPick(index)}
          />
          <Marker index={index} initial={name ? initialOf(name) : ''} size={34} />
        </label>
      ))}
    </fieldset>
  );
}
