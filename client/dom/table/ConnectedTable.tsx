import '../ui/announced.ts';
import { useEffect, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { connectTable } from '../../net/table.ts';
import type { Api } from '../../net/types.ts';
import { rememberMode } from '../../store/mode.ts';
import { setPreferences } from '../../store/preferences.ts';
import { correctAddress } from '../../store/route.ts';
import { type Sitting, sittingAt } from '../../store/sitting.ts';
import { useGames } from '../ui/games.ts';
import { StatePage } from '../ui/StatePage.tsx';
import { TableScreen } from './TableScreen.tsx';

interface Props {
  readonly api: Api;
  readonly code: string;
  /** What the address says is played here; null when it does not. */
  readonly game: string | null;
}

/** Connects to the table of the address for as long as the page is open. The address learns what is really played. */
export function ConnectedTable({ api, code, game }: Props) {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const { loadGame } = useGames();
  useEffect(() => {
    // What the address says is most likely true: loading begins before the seat is there.
    if (game !== null) void loadGame(game).catch(() => {});
    const connection = connectTable(code, loadGame);
    const stop = connection.game.subscribe((loaded) => {
      if (!loaded) return;
      const { name } = loaded.about;
      correctAddress({ page: 'table', game: name, code });
      setPreferences({ game: name });
    });
    const stopMode = connection.view.subscribe((view) => {
      const loaded = connection.game.peek();
      const isMine = view?.phase === 'playing' && connection.mySeat.peek() !== null;
      if (isMine && loaded?.modeOf) rememberMode(loaded.about, loaded.modeOf(view.options));
    });
    setSitting(sittingAt(code, connection));
    return () => {
      stop();
      stopMode();
      connection.close();
    };
  }, [loadGame, code]);
  return sitting ? <TableScreen sitting={sitting} api={api} /> : <StatePage title={table.opening} isBusy />;
}
