import { useEffect, useState } from 'preact/hooks';
import { common } from '../../i18n/common/index.ts';
import { past } from '../../i18n/past/index.ts';
import { said } from '../../net/said.ts';
import type { Api, Refusal } from '../../net/types.ts';
import { Nowhere } from '../Lost.tsx';
import { useGames } from '../ui/games.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { StatePage } from '../ui/StatePage.tsx';
import { type LoadedReplay, loadReplay, replayAt } from './load-replay.ts';
import { ReplayScreen } from './ReplayScreen.tsx';

/** A finished game, watched again. */
export function ReplayPage({ api, path }: { api: Api; path: string }) {
  const { loadGame } = useGames();
  const [loaded, setLoaded] = useState<LoadedReplay | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const wanted = replayAt(path);
  useEffect(() => {
    if (!wanted) return;
    let isCurrent = true;
    const load = async () => {
      for await (const answer of loadReplay(wanted, loadGame)) {
        if (!isCurrent) return;
        if (answer.ok) setLoaded(answer.value);
        else setRefusal(answer.error);
      }
    };
    load().catch(() => isCurrent && setRefusal(said('offline')));
    return () => {
      isCurrent = false;
    };
  }, [path, loadGame]);
  if (!wanted) return <Nowhere />;
  if (loaded) return <ReplayScreen loaded={loaded} api={api} />;
  if (!refusal) return <StatePage title={past.opening} isBusy />;
  return <NotThere refusal={refusal} />;
}

/** Nothing tells a game that is not there from one that others played in private. */
function NotThere({ refusal: { code, message } }: { refusal: Refusal }) {
  const isGone = code === 'not_found';
  return (
    <StatePage title={isGone ? past.noGame : past.notLoaded} text={isGone ? past.noGameText : message}>
      {!isGone && (
        <button type="button" class="button primary big" onClick={() => location.reload()}>
          {common.tryAgain}
        </button>
      )}
      <RouteLink to={{ page: 'other', path: '/games' }} class="button big">
        {common.yourGames}
      </RouteLink>
    </StatePage>
  );
}
