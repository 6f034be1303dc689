import Check from 'lucide/dist/esm/icons/check.mjs';
import { useState } from 'preact/hooks';
import type { SeatId } from '../../../shared/core/ids.ts';
import { gameText as text } from '../../i18n/game/index.ts';
import { botTag, type SeatRow, seatRows } from '../../store/seat-rows.ts';
import { usePlayed, useView } from '../table/context.ts';
import { HostButton } from '../table/HostButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { Marker } from '../ui/Marker.tsx';
import { useSeconds } from '../ui/useSeconds.ts';
import { ReactionBar, useReacts } from './ReactionBar.tsx';
import { ReactionBubble } from './ReactionBubble.tsx';
import { useScore } from './useScore.ts';
import { Words } from './Words.tsx';

/** Its code comes when it is first opened. */
const SeatDialog = lazyPart(async () => (await import('../table/SeatDialog.tsx')).SeatDialog);

/** Everybody in the game: marker, name, what they do, points. */
export function PlayersPanel() {
  const { game, view } = usePlayed();
  const progress = game.progress?.(view);
  const isReacting = useReacts();
  return (
    <section class="panel players" aria-labelledby="players-title">
      <div class="row players-head">
        <h2 id="players-title" class="grow">
          {text.players}
        </h2>
        {progress && <span class="small soft num">{progress}</span>}
      </div>
      <PlayerList />
      {isReacting && <ReactionBar />}
    </section>
  );
}

/** The rows alone, for the panel and for the sheet on a phone. */
export function PlayerList() {
  const { game, view, me } = usePlayed();
  const [opened, setOpened] = useState<SeatId | null>(null);
  const isHost = me !== null && me === view.host;
  const rows = seatRows(game, view, me);
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
          <Words text={text.getSeats(view.queue.map((person) => person.name))} />
        </p>
      )}
      <HostButton />
      {face && <SeatDialog face={face} onClose={() => setOpened(null)} />}
    </>
  );
}

function Player({ row }: { row: SeatRow }) {
  const { game } = useView();
  const { face } = row;
  const { shown, isCounting, isFresh } = useScore(row);
  const isAway = face.awaySince !== null || face.isGone;
  const tags = [
    face.isMine ? text.you : '',
    botTag(game, face),
    face.isHost && !face.isMine ? text.host : '',
  ];
  const tag = tags.filter(Boolean).join(' · ');
  return (
    <>
      <span class="seat-marker">
        <span class={isAway ? 'faded' : undefined}>
          <Marker index={face.marker} initial={face.initial} size={34} />
        </span>
        <ReactionBubble seat={face.seat} />
      </span>
      <span class="grow">
        <span class="player-name">
          <strong translate={false}>{face.name}</strong>
          {tag && (
            <>
              {' '}
              <span class="small soft player-tag">{tag}</span>
            </>
          )}
        </span>
        <span class="player-status">
          {isCounting ? '…' : <Status row={row} />}
          {row.isReady && (
            <>
              <Icon node={Check} size={14} />
              <span class="unseen">{text.ready}</span>
            </>
          )}
        </span>
      </span>
      {row.score !== null && (
        <span key={shown} class="player-score num" data-fresh={isFresh}>
          {shown}
        </span>
      )}
      {row.badge}
    </>
  );
}

/** What a player does; of an absent one, what will be done for them, and when. */
function Status({ row }: { row: SeatRow }) {
  const { sitting, game } = useView();
  const left = useSeconds(row.passedAt, () => sitting.connection.serverNow());
  return (
    <span class="num">
      <Words text={(left !== null && game.absence?.status(left)) || row.status} />
    </span>
  );
}
