import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { app } from '../i18n/app/index.ts';
import { withMessages } from '../i18n/messages.ts';
import type { Api } from '../net/types.ts';
import { signedOut } from '../store/me.ts';
import { route } from '../store/route.ts';
import { Dialogs } from './dialogs/open.tsx';
import { Landing } from './landing/Landing.tsx';
import { type Games, GamesContext } from './ui/games.ts';
import { NotLoaded } from './ui/NotLoaded.tsx';
import { StatePage } from './ui/StatePage.tsx';

/** The page of the address, and the dialogs that are available everywhere. */
export function App({ api, games }: { api: Api; games: Games }) {
  return (
    <GamesContext.Provider value={games}>
      <Page api={api} />
      <Dialogs />
    </GamesContext.Provider>
  );
}

function Page({ api }: { api: Api }) {
  const at = route.value;
  if (!api.keepsCookies.value || signedOut.value) return <LazyStopped />;
  if (at.page === 'chat') return <LazyChat api={api} conversation={at.conversation} />;
  if (at.page === 'table') return <LazyTable key={at.code} api={api} code={at.code} game={at.game} />;
  if (at.page === 'tv') return <LazyTv key={at.code} api={api} code={at.code} />;
  if (at.page === 'other') return <LazyOther key={at.path} api={api} path={at.path} />;
  return <Landing api={api} />;
}

/** The table's code comes when somebody goes to a table. */
const LazyTable = lazyPage<{ api: Api; code: string; game: string | null }>(
  'table',
  async () => (await import('./table/ConnectedTable.tsx')).ConnectedTable,
);

const LazyTv = lazyPage<{ api: Api; code: string }>(
  'table',
  async () => (await import('./tv/ConnectedTv.tsx')).ConnectedTv,
);

/** As does chat's. */
const LazyChat = lazyPage<{ api: Api; conversation: string | null }>(
  'chat',
  async () => (await import('./chat/ConnectedChat.tsx')).ConnectedChat,
);

/** Whatever else there is. */
const LazyOther = lazyPage<{ api: Api; path: string }>('page', async ({ path }) =>
  (await import('./other.ts')).pageAt(path),
);
/** Why one cannot go on as one is. */
const LazyStopped = lazyPage('page', async () => (await import('./Lost.tsx')).Stopped);

type Name = keyof typeof app.opening;

/** A page whose code is loaded when it is first shown; `name` is what it is called while one waits. */
function lazyPage<P extends object>(name: Name, load: (props: P) => Promise<ComponentType<P>>) {
  return function LazyPage(props: P) {
    const [loaded, setLoaded] = useState<{ Content: ComponentType<P> } | null>(null);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      withMessages(load(props)).then(
        (Content) => setLoaded({ Content }),
        () => setFailed(true),
      );
    }, []);
    if (loaded) return <loaded.Content {...props} />;
    return hasFailed ? <NotLoaded name={name} /> : <StatePage title={app.opening[name]} isBusy />;
  };
}
