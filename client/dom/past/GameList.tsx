import { useEffect, useState } from 'preact/hooks';
import { common } from '../../i18n/common/index.ts';
import { past } from '../../i18n/past/index.ts';
import { ownGames, type PastGame } from '../../net/past.ts';
import type { Api } from '../../net/types.ts';
import { clockOf, dayWords } from '../../store/chat/time.ts';
import { gameAbout, gameTitle } from '../../store/games.ts';
import { companyWords, outcomeWords, pointsWords } from '../../store/past-words.ts';
import { chosenGame, chosenMode } from '../../store/preferences.ts';
import { go } from '../../store/route.ts';
import { Refused } from '../ui/Refused.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';

interface Props {
  readonly api: Api;
  /** One kind, or null for all. */
  readonly game: string | null;
}

/** Finished games of whoever looks, the newest first, a page at a time. */
export function GameList({ api, game }: Props) {
  const [games, setGames] = useState<readonly PastGame[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  const [refusal, setRefusal] = useState('');
  const load = async (before: number | null, isCurrent: () => boolean = () => true) => {
    setState('loading');
    const answer = await ownGames(before, game);
    if (!isCurrent()) return;
    if (answer.ok) {
      setGames((known) => [...(before === null ? [] : known), ...answer.value.games]);
      setNext(answer.value.next);
    }
    setRefusal(answer.ok ? '' : answer.error.message);
    setState(answer.ok ? 'there' : 'failed');
  };
  useEffect(() => {
    let isCurrent = true;
    void load(null, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [game]);
  const isLoading = state === 'loading';
  return (
    <section aria-labelledby="games-title" aria-busy={isLoading}>
      <h2 id="games-title">{past.played}</h2>
      {games.length > 0 && (
        <ol class="panel past-games">
          {games.map((each) => (
            <Row key={`${each.match} ${each.number}`} row={each} />
          ))}
        </ol>
      )}
      {games.length === 0 && state === 'there' && <Nothing api={api} game={game} />}
      {games.length === 0 && isLoading && <p class="soft">{common.oneMoment}</p>}
      <Refused>{refusal}</Refused>
      {(next !== null || state === 'failed') && (
        <button
          type="button"
          class="button"
          aria-disabled={isLoading}
          onClick={() => !isLoading && void load(next)}
        >
          {state === 'failed' ? common.tryAgain : past.showOlder}
        </button>
      )}
    </section>
  );
}

function Row({ row }: { row: PastGame }) {
  const { match, number, game, endedAt, points, players, hasReplay } = row;
  const title = gameTitle(game);
  const scored = points === null || points === 0 ? '' : ` · ${pointsWords(points)}`;
  return (
    <li>
      <div class="grow">
        <p>
          <strong>{outcomeWords(row)}</strong>
          <span class="soft">{scored}</span>
        </p>
        <p class="small soft">
          {title} · {dayWords(endedAt, Date.now())}, {clockOf(endedAt)}
        </p>
        <p class="small soft">
          <Own players={players} />
        </p>
      </div>
      {hasReplay && (
        <RouteLink to={{ page: 'other', path: `/replay/${match}/${number}` }} class="button">
          {past.watchAgain}
        </RouteLink>
      )}
    </li>
  );
}

const Own = ({ players }: Pick<PastGame, 'players'>) => (
  <span translate={false} dir="ltr">
    {companyWords(players)}
  </span>
);

/** An empty list invites to the first game. */
function Nothing({ api, game }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const play = async () => {
    setBusy(true);
    const about = gameAbout(game ?? '') ?? chosenGame();
    const { name } = about;
    const answer = await api.playNow(name, chosenMode(about));
    setBusy(false);
    if (answer.ok) go({ page: 'table', game: name, code: answer.value.code });
    else setRefusal(answer.error.message);
  };
  return (
    <div class="panel past-part">
      <p>
        {past.none} <span class="soft">{past.noneHelp}</span>
      </p>
      <button
        type="button"
        class="button primary"
        aria-disabled={isBusy}
        onClick={() => !isBusy && void play()}
      >
        {isBusy ? common.findingTable : common.playNow}
      </button>
      <Refused>{refusal}</Refused>
    </div>
  );
}
