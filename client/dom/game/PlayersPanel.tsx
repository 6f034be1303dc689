import Check from 'lucide/dist/esm/icons/check.mjs';
import { useState } from 'preact/hooks';
import type { SeatId } from '../../../shared/core/ids.ts';
import { Marker } from '../../board/Marker.tsx';
import { type SeatRow, seatRows } from '../../store/seat-rows.ts';
import { useView } from '../table/context.ts';
import { SeatDialog } from '../table/SeatDialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Own } from '../ui/Own.tsx';
import { useSeconds } from '../ui/useSeconds.ts';
import { useScore } from './useScore.ts';
import { Words } from './Words.tsx';

/** Everybody in the game: marker, name, what they do, points. */
export function PlayersPanel() {
  const { view } = useView();
  const game = view.game;
  return (
    <section class="panel players" aria-labelledby="players-title">
      <div class="row players-head">
        <h2 id="players-title" class="grow">
          Players
        </h2>
        {game && (
          <span class="small soft num">
            Round {game.round} of {game.rounds}
          </span>
        )}
      </div>
      <PlayerList />
    </section>
  );
}

/** The rows alone, for the panel and for the sheet on a phone. */
export function PlayerList() {
  const { view, me } = useView();
  const [opened, setOpened] = useState<SeatId | null>(null);
  const isHost = me !== null && me === view.host;
  const rows = seatRows(view, me);
  const face = rows.find((row) => row.face.seat === opened)?.face;
  return (
    <>
      <ul class="player-list">
        {rows.map((row) => (
          <li key={row.face.seat} aria-current={row.isAwaited ? 'true' : undefined}>
            {isHost && !row.face.isMine && !row.face.isGone ? (
              <button type="button" class="player" onClick={() => setOpened(row.face.seat)}>
                <Player row={row} />
              </button>
            ) : (
              <div class="player">
                <Player row={row} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {view.queue.length > 0 && (
        <p class="small soft queue">
          <Own>{view.queue.map((person) => person.name).join(', ')}</Own>{' '}
          {view.queue.length === 1 ? 'gets' : 'get'} a seat when the round is over.
        </p>
      )}
      {face && <SeatDialog face={face} onClose={() => setOpened(null)} />}
    </>
  );
}

function Player({ row }: { row: SeatRow }) {
  const { face } = row;
  const { view } = useView();
  const { shown, isFresh } = useScore(row.score, row.gain);
  const isReady =
    view.game?.stage === 'reveal' && view.game.players.find((p) => p.seat === face.seat)?.isReady;
  const isAway = face.awaySince !== null || face.isGone;
  const tags = [face.isMine ? 'you' : '', face.isBot ? 'bot' : '', face.isHost && !face.isMine ? 'host' : ''];
  const tag = tags.filter(Boolean).join(' · ');
  return (
    <>
      <span class={isAway ? 'faded' : undefined}>
        <Marker index={face.marker} initial={face.initial} size={34} />
      </span>
      <span class="grow">
        <span class="player-name">
          <strong translate={false}>{face.name}</strong>
          {tag && <span class="small soft"> {tag}</span>}
        </span>
        <span class="player-status" data-gain={row.gain !== null}>
          <Status row={row} />
          {isReady && (
            <>
              <Icon node={Check} size={14} />
              <span class="unseen">ready</span>
            </>
          )}
        </span>
      </span>
      <span class="player-score num" data-fresh={isFresh}>
        {shown}
      </span>
    </>
  );
}

/** What a player does; of an absent one, when they are passed over. */
function Status({ row }: { row: SeatRow }) {
  const { sitting } = useView();
  const left = useSeconds(row.passedAt, () => sitting.connection.serverNow());
  return (
    <span class="num">
      <Words text={left === null ? row.status : `away · passed in ${left} s`} />
    </span>
  );
}
