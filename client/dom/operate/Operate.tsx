import '../styles/dialog.css';
import '../styles/operate.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OpenOperate } from '../../net/operate.ts';
import { StatePage } from '../ui/StatePage.tsx';
import { Ask } from './Ask.tsx';
import { OperateContext, type Wish } from './context.ts';
import { Lobbies } from './Lobbies.tsx';
import { LogOfDeeds } from './LogOfDeeds.tsx';
import { Now } from './Now.tsx';
import { PersonPage } from './PersonPage.tsx';
import { PLACES, type Place, placeHref, placeOf } from './places.ts';
import { Reports } from './Reports.tsx';
import { Tables } from './Tables.tsx';

const TITLES: Readonly<Record<Place, string>> = {
  now: 'Now',
  tables: 'Tables',
  lobbies: 'Lobbies',
  people: 'People',
  reports: 'Reports',
  log: 'Log',
};

function usePlace() {
  const [at, setAt] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const look = () => setAt(placeOf(location.hash));
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return at;
}

/** Everything for those who look after the server. */
export function Operate({ room }: { room: OpenOperate }) {
  const [wish, setWish] = useState<Wish | null>(null);
  const operating = useMemo(() => ({ room, wish: setWish }), [room]);
  const { place, open } = usePlace();
  const state = room.connection.value;
  if (state === 'nothing')
    return <StatePage title="There is nothing here" text="This address leads nowhere." />;
  if (state === 'outdated')
    return <StatePage title="There is a newer version" text="Reload the page to go on." />;
  return (
    <OperateContext.Provider value={operating}>
      <div class="operate">
        <header class="operate-top">
          <h1>Operate</h1>
          <p class="small soft" role="status">
            {CONNECTION_WORDS[state]}
          </p>
        </header>
        <nav aria-label="Parts of this page" class="operate-nav">
          {PLACES.map((each) => (
            <a key={each} href={placeHref(each)} aria-current={each === place ? 'page' : undefined}>
              {TITLES[each]}
            </a>
          ))}
        </nav>
        <main>
          {place === 'now' && <Now />}
          {place === 'tables' && <Tables open={open} />}
          {place === 'lobbies' && <Lobbies open={open} />}
          {place === 'people' && <PersonPage key={open} open={open} />}
          {place === 'reports' && <Reports open={open} />}
          {place === 'log' && <LogOfDeeds />}
        </main>
      </div>
      {wish && <Ask wish={wish} onClose={() => setWish(null)} />}
    </OperateContext.Provider>
  );
}

const CONNECTION_WORDS: Readonly<Record<string, string>> = {
  connecting: 'Connecting…',
  live: 'Live',
  moving: 'Moving to another process…',
  reconnecting: 'Reconnecting…',
  offline: 'Offline',
  busy: 'Too much at once. One moment…',
};
