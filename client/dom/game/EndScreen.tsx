import { gameText as text } from '../../i18n/game/index.ts';
import '../styles/playing.css';
import '../styles/end.css';
import { useState } from 'preact/hooks';
import { faceOf, presentCount } from '../../store/faces.ts';
import { type RankRow, ranking, shareText } from '../../store/ranking.ts';
import { go } from '../../store/route.ts';
import { seatsAt } from '../../store/waiting.ts';
import { COPIED_MS } from '../table/CodeChip.tsx';
import { usePlayed, useTableLink } from '../table/context.ts';
import { OptionsPanel } from '../table/OptionsPanel.tsx';
import { TableHeader } from '../table/TableHeader.tsx';
import { TalkPanel } from '../talk/TalkPanel.tsx';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Marker } from '../ui/Marker.tsx';
import { Refused } from '../ui/Refused.tsx';
import { ReactionBar, useReacts } from './ReactionBar.tsx';
import { ReactionBubble } from './ReactionBubble.tsx';
import { SitDown } from './SitDown.tsx';
import { ROOM_FOR_TALK, useWide } from './useWide.ts';
import { WatchAgain } from './WatchAgain.tsx';
import { Words } from './Words.tsx';

/** The result: who won, what is worth remembering, and once more. */
export function EndScreen() {
  const { game, view, me } = usePlayed();
  const { headline, rows } = ranking(game, view, me);
  const hasRoom = useWide(ROOM_FOR_TALK);
  return (
    <div class="game">
      <TableHeader />
      <main class="page with-talk">
        <div class="page-box end">
          <h1>
            <Words text={headline} />
          </h1>
          <div class="end-columns" data-alone={!game.EndPanel}>
            <ol class="panel ranking">
              {rows.map((row) => (
                <Rank key={row.face.seat} row={row} />
              ))}
            </ol>
            <EndActions />
            {game.EndPanel && <game.EndPanel />}
          </div>
          {me !== null && me === view.host && <OptionsPanel />}
        </div>
        {hasRoom && <TalkPanel />}
      </main>
    </div>
  );
}

/** A line of the ranking. */
export function Rank({ row }: { row: RankRow }) {
  const { face } = row;
  return (
    <li aria-current={face.isMine ? 'true' : undefined}>
      <span class="rank-place num">
        <span aria-hidden="true">{row.place}</span>
        <span class="unseen">{text.place(row.place, row.isShared)}</span>
      </span>
      <span class="seat-marker">
        <Marker index={face.marker} initial={face.initial} size={row.place === 1 ? 48 : 36} />
        <ReactionBubble seat={face.seat} />
      </span>
      <div class="grow">
        <p class="player-name">
          <strong translate={false}>{face.name}</strong>
          {face.isMine && <span class="small soft"> {text.you}</span>}
        </p>
        <p class="small soft">
          <Words text={row.note} />
        </p>
      </div>
      {row.score !== null && <span class="player-score num">{row.score}</span>}
    </li>
  );
}

function EndActions() {
  const { sitting, game, view, me } = usePlayed();
  const isReacting = useReacts();
  const [shared, setShared] = useState<'idle' | 'copied' | 'shown'>('idle');
  const isHost = me !== null && me === view.host;
  const { minSeats, maxSeats } = seatsAt(game, view);
  const isBotWanted = isHost && presentCount(view) < minSeats && view.seats.length < maxSeats;
  const refusal = sitting.refusal.value;
  const told = shareText(game, view, useTableLink());
  const share = async () => {
    const isCopied = await copyText(told);
    setShared(isCopied ? 'copied' : 'shown');
    if (isCopied) setTimeout(() => setShared('idle'), COPIED_MS);
  };
  return (
    <div class="ways end-ways">
      {isReacting && <ReactionBar />}
      {isHost && (
        <button
          type="button"
          class="button primary big"
          aria-disabled={sitting.pending.value !== null}
          onClick={() => sitting.send({ type: 'start' }, 'table')}
        >
          {sitting.pending.value === 'start' ? text.starting : text.rematch}
        </button>
      )}
      {isBotWanted && (
        <button
          type="button"
          class="button big"
          aria-disabled={sitting.pending.value !== null}
          onClick={() => sitting.send({ type: 'addBot' }, 'table')}
        >
          {text.addBot}
        </button>
      )}
      {!isHost && me !== null && (
        <p class="soft">
          <Words text={rematchNote()} />
        </p>
      )}
      {me === null && <SitDown />}
      {refusal && <Refused>{refusal.message}</Refused>}
      <WatchAgain />
      <div class="pair">
        <button type="button" class="button" onClick={share}>
          {shared === 'copied' ? text.resultCopied : text.shareResult}
        </button>
        <button type="button" class="button" onClick={() => go({ page: 'landing' })}>
          {text.toTheStart}
        </button>
      </div>
      {shared === 'shown' && (
        <Dialog title={text.result} onClose={() => setShared('idle')}>
          <textarea
            class="field share-text"
            translate={false}
            readOnly
            rows={10}
            aria-label={text.resultAsText}
            ref={(field) => field?.select()}
            value={told}
          />
        </Dialog>
      )}
    </div>
  );

  function rematchNote(): string {
    const host = view.host === null ? null : faceOf(view, view.host, me);
    return host ? text.canRematch(host.name) : text.whoeverCanRematch;
  }
}
