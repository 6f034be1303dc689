import '../styles/playing.css';
import '../styles/tv.css';
import { table } from '../../i18n/table/index.ts';
import { sharedOrigin } from '../../net/address.ts';
import { faceOf } from '../../store/faces.ts';
import { ranking } from '../../store/ranking.ts';
import { seatRows } from '../../store/seat-rows.ts';
import { isHeld } from '../../store/turns.ts';
import { heading, seatsAt } from '../../store/waiting.ts';
import { SentenceRow } from '../game/SentenceRow.tsx';
import { Words } from '../game/Words.tsx';
import { ConnectionWords } from '../table/ConnectionWords.tsx';
import { usePlayed, useTableLink, useView } from '../table/context.ts';
import { Qr } from '../table/Qr.tsx';
import { useLastBoard } from '../table/useLastBoard.ts';
import { Marker } from '../ui/Marker.tsx';

/** Up to so many are listed with what they do. */
const ROOMY = 8;

/** A table for a room: read from afar, nothing to press, nothing that somebody must not see. */
export function TvScreen() {
  const { sitting, game, view } = useView();
  const isLastBoard = useLastBoard(view.phase, game.lastBoardMs ?? 0);
  const isPlaying = view.phase === 'playing' || isLastBoard;
  return (
    <div class="tv" data-phase={view.phase}>
      <main class="tv-main">
        {view.phase === 'waiting' && <Waiting />}
        {isPlaying && <Playing />}
        {view.phase === 'over' && !isLastBoard && <Over />}
      </main>
      <aside class="tv-side">
        <Join />
        {isPlaying && <Scores />}
        <ConnectionWords state={sitting.connection.connection.value} />
      </aside>
    </div>
  );
}

/** The way to the table for whoever sits in the room. */
function Join() {
  const { sitting } = useView();
  const link = useTableLink();
  return (
    <section class="panel tv-join" aria-label={table.join}>
      <Qr text={link} />
      <div>
        <p class="soft tv-host">{new URL(sharedOrigin()).host}</p>
        <p class="display tv-code" translate={false}>
          {sitting.code}
        </p>
      </div>
    </section>
  );
}

function Waiting() {
  const { game, view } = useView();
  return (
    <>
      <h1>{heading(seatsAt(game, view), view, false)}</h1>
      <ul class="tv-seats">
        {view.seats.map(({ id }, place) => {
          const { name, marker, initial, awaySince } = faceOf(view, id, null);
          return (
            <li key={id} data-away={awaySince !== null}>
              <Marker index={marker} initial={initial} size={96} />
              <strong translate={false}>{name}</strong>
              <span class="soft">{game.seatNote?.(view.options, place)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Playing() {
  const { game, view } = usePlayed();
  const tally = isHeld(view) ? table.isPaused : (game.tally?.(view) ?? '');
  return (
    <>
      <SentenceRow />
      <div class="board-slot">
        <game.Board />
      </div>
      <p class="tv-tally num">
        <Words text={tally} />
      </p>
    </>
  );
}

function Scores() {
  const { game, view } = usePlayed();
  const rows = seatRows(game, view, null);
  const progress = game.progress?.(view) ?? '';
  const isSaid = !isHeld(view) && progress === game.sentence(view, null).about;
  return (
    <section class="panel tv-scores" aria-label={table.players} data-many={rows.length > ROOMY}>
      {progress && !isSaid && <p class="soft num">{progress}</p>}
      <ul>
        {rows.map(({ face, side, score, gain, status, badge, isAwaited }) => (
          <li key={face.seat} aria-current={isAwaited ? 'true' : undefined}>
            <Marker index={face.marker} initial={face.initial} size={44} />
            <span class="tv-player">
              <Name side={side} name={face.name} />
              <span class="soft clip">
                <Words text={status} />
              </span>
            </span>
            {gain !== null && gain > 0 && <span class="gain num">+{gain}</span>}
            {score === null ? badge : <span class="display num">{score}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param side the mark of a team, where teams play */
function Name({ side, name }: { side: string | undefined; name: string }) {
  return (
    <strong class="clip">
      {side && `${side}\u00a0`}
      <span translate={false}>{name}</span>
    </strong>
  );
}

function Over() {
  const { game, view } = usePlayed();
  const { headline, rows } = ranking(game, view, null);
  const sides = new Map(game.players(view, null).map(({ seat, side }) => [seat, side]));
  const Memories = game.TvEnd ?? game.EndPanel;
  return (
    <>
      <h1>
        <Words text={headline} />
      </h1>
      <div class="tv-over">
        <ol class="tv-ranking" data-many={rows.length > ROOMY}>
          {rows.map(({ face, place, score }) => (
            <li key={face.seat}>
              <span class="soft num">{place}</span>
              <Marker index={face.marker} initial={face.initial} size={64} />
              <Name side={sides.get(face.seat)} name={face.name} />
              {score !== null && <span class="display num">{score}</span>}
            </li>
          ))}
        </ol>
        {Memories && (
          <div class="tv-memories">
            <Memories />
          </div>
        )}
      </div>
    </>
  );
}
