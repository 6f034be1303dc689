import List from 'lucide/dist/esm/icons/list.mjs';
import { useState } from 'preact/hooks';
import { Marker } from '../../board/Marker.tsx';
import { seatRows } from '../../store/seat-rows.ts';
import { useView } from '../table/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ClueLog } from './ClueLog.tsx';
import { PlayerList } from './PlayersPanel.tsx';

/** Markers and points in one line, on a phone. A press shows names and what everybody does. */
export function PlayersStrip() {
  const { view, me } = useView();
  const [opened, setOpened] = useState<'players' | 'log' | null>(null);
  const rows = seatRows(view, me);
  const game = view.game;
  const close = () => setOpened(null);
  const spoken = rows
    .map((row) => `${row.face.name} ${row.score}${row.isAwaited ? `, ${row.status}` : ''}`)
    .join('; ');
  return (
    <div class="strip-players">
      <button
        type="button"
        class="strip-button"
        data-dense={rows.length > 5}
        aria-label={`Players. ${spoken}`}
        onClick={() => setOpened('players')}
      >
        {rows.map((row) => (
          <span
            key={row.face.seat}
            class="strip-seat"
            data-awaited={row.isAwaited}
            data-away={row.face.awaySince !== null || row.face.isGone}
            data-mine={row.face.isMine}
          >
            <Marker index={row.face.marker} initial={row.face.initial} size={rows.length > 5 ? 22 : 26} />
            <span class="strip-points num">
              {row.score}
              {row.gain !== null && row.gain > 0 && <small>+{row.gain}</small>}
            </span>
          </span>
        ))}
      </button>
      <button type="button" class="button icon" aria-label="Clues so far" onClick={() => setOpened('log')}>
        <Icon node={List} />
      </button>
      {opened === 'players' && (
        <Dialog title={game ? `Round ${game.round} of ${game.rounds}` : 'Players'} onClose={close}>
          <PlayerList />
        </Dialog>
      )}
      {opened === 'log' && (
        <Dialog title="Clues so far" onClose={close}>
          <ClueLog />
        </Dialog>
      )}
    </div>
  );
}
