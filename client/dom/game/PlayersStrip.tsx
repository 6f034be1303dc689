import { useState } from 'preact/hooks';
import { gameText as text } from '../../i18n/game/index.ts';
import { type SeatRow, seatRows } from '../../store/seat-rows.ts';
import { usePlayed } from '../table/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Marker } from '../ui/Marker.tsx';
import { PlayerList } from './PlayersPanel.tsx';
import { ReactButton } from './ReactButton.tsx';
import { useReacts } from './ReactionBar.tsx';
import { ReactionBubble } from './ReactionBubble.tsx';
import { RecordButton } from './RecordButton.tsx';
import { useScore } from './useScore.ts';
import { useWide } from './useWide.ts';
import { Words } from './Words.tsx';

/** Up to this many stand side by side with their points, one less beside a button to react; more have them underneath. */
const ROOMY = 5;
/** More than these are drawn smaller, so that all are there. */
const DENSE = 10;

/** Markers and points in one line, on a phone. A press shows names and what everybody does. */
export function PlayersStrip() {
  const { game, view, me } = usePlayed();
  const [isOpen, setOpen] = useState(false);
  const isTight = useWide('(max-height: 520px) and (min-width: 560px), (max-width: 340px)');
  const rows = seatRows(game, view, me);
  const isReacting = useReacts();
  const isDense = isTight || rows.length > (isReacting ? ROOMY - 1 : ROOMY);
  const isPacked = rows.length > DENSE;
  const spoken = rows.map(({ face: { name }, score, isAwaited, status, mark }) =>
    text.playerIs({ name, score, status: isAwaited || mark ? status : null }),
  );
  return (
    <div class="strip-players">
      <button
        type="button"
        class="strip-button"
        data-dense={isDense}
        data-packed={isPacked}
        onClick={() => setOpen(true)}
      >
        <span class="unseen">
          <Words text={text.playersAre(spoken)} />
        </span>
        {rows.map((row) => (
          <span
            aria-hidden="true"
            key={row.face.seat}
            class="strip-seat"
            data-awaited={row.isAwaited}
            data-mine={row.face.isMine}
            data-away={row.face.awaySince !== null || row.face.isGone}
          >
            <span class="seat-marker">
              <Marker
                index={row.face.marker}
                initial={row.face.initial}
                size={isPacked ? 16 : isDense ? 22 : 26}
              />
              {row.mark && <span class="seat-mark">{row.mark}</span>}
              {row.side && <span class="strip-side">{row.side}</span>}
              <ReactionBubble seat={row.face.seat} />
            </span>
            <span class="strip-points num">
              <Points row={row} isDense={isDense} />
            </span>
          </span>
        ))}
      </button>
      {isReacting && <ReactButton />}
      <RecordButton />
      {isOpen && (
        <Dialog title={game.progress?.(view) ?? text.players} onClose={() => setOpen(false)}>
          <PlayerList />
        </Dialog>
      )}
    </div>
  );
}

/** The points, and what came in this round; where it is tight, one or the other. */
function Points({ row, isDense }: { row: SeatRow; isDense: boolean }) {
  const { score, gain, face, badge } = row;
  const { shown, isCounting, isFresh } = useScore(row);
  if (score === null)
    return badge ?? (face.isMine && !isDense ? <small class="you">{text.you}</small> : null);
  if (isDense) {
    const isGain = gain !== null && !isCounting;
    return (
      <span key={shown} class={isGain ? 'gain' : ''} data-fresh={isFresh}>
        {isGain ? `+${gain}` : shown}
      </span>
    );
  }
  const isGain = gain !== null && gain > 0 && !isCounting;
  return (
    <>
      <span key={shown} data-fresh={isFresh}>
        {shown}
      </span>
      {isGain && <small class="gain">+{gain}</small>}
      {face.isMine && !isGain && <small class="you">{text.you}</small>}
    </>
  );
}
