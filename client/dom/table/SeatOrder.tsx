import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import ChevronUp from 'lucide/dist/esm/icons/chevron-up.mjs';
import { hostText as text } from '../../i18n/host/index.ts';
import { table } from '../../i18n/table/index.ts';
import { faceOf } from '../../store/faces.ts';
import { Icon } from '../ui/Icon.tsx';
import { Marker } from '../ui/Marker.tsx';
import { useView } from './context.ts';

/** The seats, and the buttons that move one up or down. */
export function SeatOrder() {
  const { sitting, view, me } = useView();
  const faces = view.seats.map(({ id }) => faceOf(view, id, me));
  const last = faces.length - 1;
  return (
    <section class="col host-part" aria-label={table.order}>
      <h3>{table.order}</h3>
      {view.phase === 'playing' && <p class="small soft">{text.orderHelp}</p>}
      <ol class="host-list">
        {faces.map(({ seat, name, marker, initial }, index) => (
          <li key={seat} class="row">
            <Marker index={marker} initial={initial} size={28} />
            <span class="grow clip" translate={false}>
              {name}
            </span>
            {([-1, 1] as const).map((step) => {
              const isEnd = step === -1 ? index === 0 : index === last;
              return (
                <button
                  key={step}
                  type="button"
                  class="button icon"
                  aria-disabled={isEnd}
                  aria-label={step === -1 ? table.moveUp(name) : table.moveDown(name)}
                  onClick={() =>
                    !isEnd && sitting.send({ type: 'moveSeat', seat, place: index + step }, 'seat')
                  }
                >
                  <Icon node={step === -1 ? ChevronUp : ChevronDown} />
                </button>
              );
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
