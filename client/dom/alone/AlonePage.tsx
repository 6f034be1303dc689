import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AlonePages } from '../../games/game.ts';
import { app } from '../../i18n/app/index.ts';
import { withMessages } from '../../i18n/messages.ts';
import { useGames } from '../ui/games.ts';
import { NotLoaded } from '../ui/NotLoaded.tsx';
import { StatePage } from '../ui/StatePage.tsx';
import { ConnectedDaily } from './ConnectedDaily.tsx';

/** A page where one plays alone: the game of a day, or practice, which needs no server. */
export function AlonePage({ path }: { path: string }) {
  const [, name = '', day = null] = /^\/(\w+)(?:\/([\d-]+))?/.exec(path) ?? [];
  const { loadAlone } = useGames();
  const [hasFailed, setFailed] = useState(false);
  const [pages, setPages] = useState<AlonePages | null>(null);
  const [practice, setPractice] = useState<{ Practice: FunctionComponent } | null>(null);
  useEffect(() => {
    const load = async () => {
      const found = await loadAlone();
      if (name === 'practice') setPractice({ Practice: await withMessages(found.practice()) });
      setPages(found);
    };
    load().catch(() => setFailed(true));
  }, [name]);
  if (hasFailed) return <NotLoaded name="page" />;
  if (name === 'practice' && practice) return <practice.Practice />;
  if (name === 'daily' && pages) return <ConnectedDaily key={day} pages={pages} day={day} />;
  return <StatePage title={app.opening.page} isBusy />;
}
