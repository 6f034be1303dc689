import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../net/types.ts';
import { go, route } from '../store/route.ts';
import { Dialogs } from './dialogs/open.tsx';
import { Landing } from './landing/Landing.tsx';
import { GamesContext, type LoadGame } from './ui/games.ts';
import { StatePage } from './ui/StatePage.tsx';

/** The page of the address, and the dialogs that are available everywhere. */
export function App({ api, loadGame }: { api: Api; loadGame: LoadGame }) {
  return (
    <GamesContext.Provider value={loadGame}>
      <Page api={api} />
      <Dialogs />
    </GamesContext.Provider>
  );
}

function Page({ api }: { api: Api }) {
  const at = route.value;
  if (!api.keepsCookies.value) return <NoCookies />;
  if (at.page === 'landing') return <Landing api={api} />;
  if (at.page === 'chat') return <LazyChat api={api} conversation={at.conversation} />;
  if (at.page === 'table') return <LazyTable key={at.code} api={api} code={at.code} game={at.game} />;
  return (
    <StatePage title="There is nothing here" text="The address may have been cut off on its way to you.">
      <button type="button" class="button primary" onClick={() => go({ page: 'landing' })}>
        To the start
      </button>
    </StatePage>
  );
}

/** In the place of every page: without a cookie nobody can be known again, at a table or in chat. */
function NoCookies() {
  return (
    <StatePage
      title="This browser keeps no cookies here"
      text="Color Clues needs one, to know you again: your seat and your name belong to it. Allow cookies for this site, then try again."
    >
      <button type="button" class="button primary big" onClick={() => location.reload()}>
        Try again
      </button>
    </StatePage>
  );
}

/** The table's code comes when somebody goes to a table. */
const LazyTable = lazyPage<{ api: Api; code: string; game: string | null }>(
  'table',
  async () => (await import('./table/ConnectedTable.tsx')).ConnectedTable,
);

/** As does chat's. */
const LazyChat = lazyPage<{ api: Api; conversation: string | null }>(
  'chat',
  async () => (await import('./chat/ConnectedChat.tsx')).ConnectedChat,
);

/** A page whose code is loaded when it is first shown; `name` is what it is called while one waits. */
function lazyPage<P extends object>(name: string, load: () => Promise<ComponentType<P>>) {
  return function LazyPage(props: P) {
    const [loaded, setLoaded] = useState<{ Content: ComponentType<P> } | null>(null);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      load().then(
        (Content) => setLoaded({ Content }),
        () => setFailed(true),
      );
    }, []);
    if (loaded) return <loaded.Content {...props} />;
    return hasFailed ? <NotLoaded name={name} /> : <StatePage title={`Opening the ${name}…`} isBusy />;
  };
}

function NotLoaded({ name }: { name: string }) {
  return (
    <StatePage
      title={`The ${name} could not be loaded`}
      text="The network may be gone, or the game was updated."
    >
      <button type="button" class="button primary" onClick={() => location.reload()}>
        Try again
      </button>
    </StatePage>
  );
}
