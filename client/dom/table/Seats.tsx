import { useState } from 'preact/hooks';
import type { SeatId } from '../../../shared/core/ids.ts';
import { type Face, faceOf } from '../../store/faces.ts';
import { seatsAt } from '../../store/waiting.ts';
import { IdentityForm } from '../landing/IdentityForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Marker } from '../ui/Marker.tsx';
import { useTable, useView } from './context.ts';
import { SeatDialog } from './SeatDialog.tsx';

/** What a seat is called besides its name. */
function roleOf(face: Face): string {
  const roles = [
    face.isMine ? 'you' : '',
    face.isBot ? 'bot' : '',
    face.isHost ? 'host' : '',
    face.awaySince !== null ? 'away' : '',
  ].filter(Boolean);
  return roles.length > 0 ? roles.join(' · ') : 'ready';
}

/** The seats as they fill; the host and oneself can be pressed. */
export function Seats() {
  const { game, view, me } = useView();
  const { api } = useTable();
  const [opened, setOpened] = useState<SeatId | null>(null);
  const isHost = me !== null && me === view.host;
  const faces = view.seats.map((seat) => faceOf(view, seat.id, me));
  const face = faces.find((each) => each.seat === opened);
  const open = seatsAt(game, view).maxSeats - faces.length;
  return (
    <section class="panel" aria-label="Seats">
      <ul class="seats-waiting">
        {faces.map((each) => (
          <li key={each.seat}>
            <SeatTile face={each} onOpen={each.isMine || isHost ? () => setOpened(each.seat) : null} />
          </li>
        ))}
        {open > 0 && (
          <li>
            <div class="seat-tile">
              <span class="seat-open" aria-hidden="true" />
              <span class="soft">open</span>
              <span class="small soft">{open === 1 ? 'last seat' : `${open} seats`}</span>
            </div>
          </li>
        )}
      </ul>
      {face && !face.isMine && <SeatDialog face={face} onClose={() => setOpened(null)} />}
      {face?.isMine && (
        <Dialog title="You" onClose={() => setOpened(null)}>
          <IdentityForm api={api} name={face.name} marker={face.marker} onDone={() => setOpened(null)} />
        </Dialog>
      )}
    </section>
  );
}

function SeatTile({ face, onOpen }: { face: Face; onOpen: (() => void) | null }) {
  const inside = (
    <>
      <Marker index={face.marker} initial={face.initial} size={56} />
      <strong translate={false}>{face.name}</strong>
      <span class="small soft">{roleOf(face)}</span>
    </>
  );
  if (!onOpen) return <div class="seat-tile">{inside}</div>;
  return (
    <button type="button" class="seat-tile" onClick={onOpen}>
      {inside}
      <span class="unseen">{face.isMine ? 'change name and marker' : 'options'}</span>
    </button>
  );
}
