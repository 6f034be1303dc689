import { gameText as text } from '../../i18n/game/index.ts';
import { isQueued } from '../../store/faces.ts';
import { me as myself } from '../../store/me.ts';
import { seatsAt } from '../../store/waiting.ts';
import { useView } from '../table/context.ts';

/** A spectator asks for a seat, or knows that one is coming. */
export function SitDown() {
  const { sitting, game, view } = useView();
  const people = view.seats.filter((seat) => seat.kind === 'human').length + view.queue.length;
  if (isQueued(view, myself.value?.id)) return <p class="small sit-note">{text.seatIsComing}</p>;
  if (people >= seatsAt(game, view).maxSeats) return <p class="small soft sit-note">{text.everySeatTaken}</p>;
  if (view.isLocked) return <p class="small soft sit-note">{text.tableLocked}</p>;
  const isAsking = sitting.pending.value === 'sit';
  return (
    <button
      type="button"
      class="button primary big"
      aria-disabled={isAsking}
      onClick={() => sitting.send({ type: 'sit' })}
    >
      {isAsking ? text.asking : text.sitDown}
    </button>
  );
}
