import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../net/types.ts';
import { go, route } from '../store/route.ts';
import { Dialogs } from './dialogs/open.tsx';
import { Landing } from './landing/Landing.tsx';
import { StatePage } from './ui/StatePage.tsx';

/** The page of the address, and the dialogs that are available everywhere. */
export function App({ api }: { api: Api }) {
  return (
    <>
      <Page api={api} />
      <Dialogs />
    </>
  );
}

function Page({ api }: { api: Api }) {
  const at = route.value;
  if (at.page === 'landing') return <Landing api={api} />;
  if (at.page === 'table') return <LazyTable key={at.code} api={api} code={at.code} />;
  return (
    <StatePage title="There is nothing here" text="The address may have been cut off on its way to you.">
      <button type="button" class="button primary" onClick={() => go({ page: 'landing' })}>
        To the start
      </button>
    </StatePage>
  );
}

type TablePage = ComponentType<{ api: Api; code: string }>;

/** The table's code comes when somebody goes to a table. */
function LazyTable(props: { api: Api; code: string }) {
  const [loaded, setLoaded] = useState<{ Content: TablePage } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    import('./table/ConnectedTable.tsx').then(
      ({ ConnectedTable }) => setLoaded({ Content: ConnectedTable }),
      () => setFailed(true),
    );
  }, []);
  if (loaded) return <loaded.Content {...props} />;
  if (!hasFailed) return <StatePage title="Opening the table…" isBusy />;
  return (
    <StatePage title="The table could not be loaded" text="The network may be gone, or the game was updated.">
      <button type="button" class="button primary" onClick={() => location.reload()}>
        Try again
      </button>
    </StatePage>
  );
}
