import '../styles/playing.css';
import '../styles/end.css';
import '../styles/table.css';
import '../styles/past.css';
import { computed, signal } from '@preact/signals';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import { useMemo, useState } from 'preact/hooks';
import { err } from '../../../shared/core/result.ts';
import type { ClientGame } from '../../games/game.ts';
import { common } from '../../i18n/common/index.ts';
import { past } from '../../i18n/past/index.ts';
import { said } from '../../net/said.ts';
import type { Api, TableConnection } from '../../net/types.ts';
import { clockOf, dayWords } from '../../store/chat/time.ts';
import { ranking } from '../../store/ranking.ts';
import { go } from '../../store/route.ts';
import { type Sitting, sittingAt } from '../../store/sitting.ts';
import { Announcer } from '../effects/Announcer.tsx';
import { Rank } from '../game/EndScreen.tsx';
import { PlayersPanel } from '../game/PlayersPanel.tsx';
import { PlayersStrip } from '../game/PlayersStrip.tsx';
import { RecordButton } from '../game/RecordButton.tsx';
import { SentenceRow } from '../game/SentenceRow.tsx';
import { ROOM_FOR_TALK, useWide } from '../game/useWide.ts';
import { Words } from '../game/Words.tsx';
import { COPIED_MS } from '../table/CodeChip.tsx';
import { TableContext, usePlayed } from '../table/context.ts';
import { copyText } from '../ui/copy.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import type { LoadedReplay } from './load-replay.ts';
import { Transport } from './Transport.tsx';
import { type Player, usePlayer } from './usePlayer.ts';

const GAMES = { page: 'other', path: '/games' } as const;

/** The screens of the game, as they were for somebody who watched, and the way through its steps in place of the dock. */
export function ReplayScreen({ loaded, api }: { loaded: LoadedReplay; api: Api }) {
  const player = usePlayer(loaded);
  const sitting = useMemo(() => watching(loaded, player), [loaded.replaying]);
  const talk = useMemo(() => signal(null), []);
  return (
    <TableContext.Provider value={{ sitting, api, talk }}>
      <Watched loaded={loaded} player={player} />
      <Announcer />
    </TableContext.Provider>
  );
}

/** A table that is looked at, and at which nobody can do anything. */
function watching({ game, replaying }: LoadedReplay, { step }: Player): Sitting {
  const connection: TableConnection<ClientGame> = {
    game: signal(game),
    view: computed(
      () => replaying.view(step.value) as ReturnType<TableConnection<ClientGame>['view']['peek']>,
    ),
    connection: signal('live'),
    mySeat: signal(null),
    talk: signal(null),
    reaction: signal(null),
    react: async () => err(said('gone')),
    serverNow: () => 0,
    submit: async () => err(said('gone')),
    rejoin() {},
    close() {},
  };
  return sittingAt('', connection);
}

function Watched({ loaded, player }: { loaded: LoadedReplay; player: Player }) {
  const { game, view } = usePlayed();
  const isWide = useWide('(min-width: 900px)');
  const hasSide = useWide(ROOM_FOR_TALK);
  const isOver = view.phase === 'over';
  const progress = game.progress?.(view);
  return (
    <div class="game playing replay">
      <Header loaded={loaded}>
        {!isWide && progress && <span class="small soft num round">{progress}</span>}
        {isWide && !hasSide && <RecordButton />}
      </Header>
      <main class="felt" data-alone={!game.record}>
        {isWide ? <PlayersPanel /> : <PlayersStrip />}
        {isOver ? <Verdict /> : <SentenceRow />}
        <div class="board-slot">{isOver ? <Result /> : <game.Board />}</div>
        <Transport loaded={loaded} player={player} />
        {hasSide && game.record && (
          <div class="side">
            <section class="panel record-panel" aria-labelledby="record-title">
              <h2 id="record-title">{game.record.title}</h2>
              <game.record.Content />
            </section>
          </div>
        )}
      </main>
    </div>
  );
}

function Header({
  loaded: { game, startedAt },
  children,
}: {
  loaded: LoadedReplay;
  children: preact.ComponentChildren;
}) {
  return (
    <header class="top table-top">
      <span class="desk">
        <Logo />
      </span>
      <button type="button" class="button icon phone" aria-label={past.backToGames} onClick={() => go(GAMES)}>
        <Icon node={ChevronLeft} />
      </button>
      <p class="replay-title">
        <strong>{game.about.title}</strong>
        <span class="small soft">
          {dayWords(startedAt, Date.now())}, {clockOf(startedAt)}
        </span>
      </p>
      <span class="grow" />
      {children}
      <CopyLink />
      <RouteLink to={GAMES} class="button desk">
        {common.yourGames}
      </RouteLink>
    </header>
  );
}

function CopyLink() {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(location.href))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <button type="button" class="button" onClick={copy}>
      {isCopied ? common.copied : common.copyLink}
    </button>
  );
}

/** In the place of the sentence, at the end. */
function Verdict() {
  const { game, view, me } = usePlayed();
  return (
    <div class="say">
      <h1 class="say-large" data-length="middle">
        <Words text={ranking(game, view, me).headline} />
      </h1>
    </div>
  );
}

/** In the place of the board, at the end. */
function Result() {
  const { game, view, me } = usePlayed();
  return (
    <div class="replay-end">
      <ol class="panel ranking">
        {ranking(game, view, me).rows.map((row) => (
          <Rank key={row.face.seat} row={row} />
        ))}
      </ol>
      {game.EndPanel && <game.EndPanel />}
    </div>
  );
}
