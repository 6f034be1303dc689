import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { GameWords } from '../../games/game.ts';
import { table } from '../../i18n/table/index.ts';
import { type Face, faceOf } from '../../store/faces.ts';
import { botTag } from '../../store/seat-rows.ts';
import { seatsAt } from '../../store/waiting.ts';
import { IdentityForm } from '../landing/IdentityForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { Marker } from '../ui/Marker.tsx';
import { useTable, useView } from './context.ts';

/** Its code comes when it is first opened. */
const SeatDialog = lazyPart(async () => (await import('./SeatDialog.tsx')).SeatDialog);

/** What a seat is called besides its name. */
function roleOf(game: GameWords, face: Face, note: string): string {
  const roles = [
    note,
    face.isMine ? table.you : '',
    botTag(game, face),
    face.isHost ? table.host : '',
    face.awaySince !== null ? table.away : '',
  ].filter(Boolean);
  return roles.length > (note === '' ? 0 : 1)
    ? roles.join(' · ')
    : [note, table.isReady].filter(Boolean).join(' · ');
}

/** The seats as they fill; the host and oneself can be pressed. `children` come below them. */
export function Seats({ children }: { children?: ComponentChildren }) {
  const { game, view, me } = useView();
  const { api } = useTable();
  const [opened, setOpened] = useState<SeatId | null>(null);
  const isHost = me !== null && me === view.host;
  const faces = view.seats.map((seat) => faceOf(view, seat.id, me));
  const face = faces.find((each) => each.seat === opened);
  const open = seatsAt(game, view).maxSeats - faces.length;
  return (
    <section class="panel" aria-label={table.seats}>
      <ul class="seats-waiting">
        {faces.map((each, place) => (
          <li key={each.seat}>
            <SeatTile
              face={each}
              role={roleOf(game, each, game.seatNote?.(view.options, place) ?? '')}
              onOpen={each.isMine || isHost ? () => setOpened(each.seat) : null}
            />
          </li>
        ))}
        {open > 0 && (
          <li>
            <div class="seat-tile">
              <span class="seat-open" aria-hidden="true" />
              <span class="soft">{table.openSeat}</span>
              <span class="small soft">{table.openSeats(open)}</span>
            </div>
          </li>
        )}
      </ul>
      {children}
      {face && !face.isMine && <SeatDialog face={face} onClose={() => setOpened(null)} />}
      {face?.isMine && (
        <Dialog title={table.yourSeat} onClose={() => setOpened(null)}>
          <IdentityForm api={api} name={face.name} marker={face.marker} onDone={() => setOpened(null)} />
        </Dialog>
      )}
    </section>
  );
}

function SeatTile({ face, role, onOpen }: { face: Face; role: string; onOpen: (() => void) | null }) {
  const inside = (
    <>
      <Marker index={face.marker} initial={face.initial} size={56} />
      <strong translate={false}>{face.name}</strong>
      <span class="small soft">{role}</span>
    </>
  );
  if (!onOpen) return <div class="seat-tile">{inside}</div>;
  return (
    <button type="button" class="seat-tile" onClick={onOpen}>
      {inside}
      <span class="unseen">{face.isMine ? table.changeNameAndMarker : table.options}</span>
    </button>
  );
}
