import '../ui/announced.ts';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { connectTable } from '../../net/table.ts';
import type { Api } from '../../net/types.ts';
import { type Sitting, sittingAt } from '../../store/sitting.ts';
import { TableContext } from '../table/context.ts';
import { NoTable } from '../table/NoTable.tsx';
import { useGames } from '../ui/games.ts';
import { StatePage } from '../ui/StatePage.tsx';
import { TvScreen } from './TvScreen.tsx';
import { useAwake } from './useAwake.ts';

/** A screen says nothing and hears nothing. */
const NO_TALK = signal(null);
const NO_TABLE: readonly string[] = ['takenOver', 'kicked', 'gone', 'notFound', 'notLoaded', 'full'];

/** Connects a screen to the table of the address. Nobody sits at it: the page asks for nothing but to be shown. */
export function ConnectedTv({ api, code }: { api: Api; code: string }) {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const { loadGame } = useGames();
  useAwake();
  useEffect(() => {
    const connection = connectTable(code, loadGame, { isScreen: true });
    setSitting(sittingAt(code, connection));
    return () => connection.close();
  }, [loadGame, code]);
  return sitting ? <Tv api={api} sitting={sitting} /> : <StatePage title={table.opening} isBusy />;
}

/** What a screen shows of a connection. */
export function Tv({ api, sitting }: { api: Api; sitting: Sitting }) {
  const state = sitting.connection.connection.value;
  const view = sitting.connection.view.value;
  const isShut = NO_TABLE.includes(state) || state.startsWith('password') || view?.phase === 'closed';
  if (!view || isShut || view.phase === 'unopened')
    return <NoTable state={view?.phase === 'closed' ? 'gone' : state} sitting={sitting} />;
  return (
    <TableContext.Provider value={{ sitting, api, talk: NO_TALK }}>
      <TvScreen />
    </TableContext.Provider>
  );
}
