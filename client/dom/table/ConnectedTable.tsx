import { useEffect, useState } from 'preact/hooks';
import { connectTable } from '../../net/table.ts';
import type { Api } from '../../net/types.ts';
import { type Sitting, sittingAt } from '../../store/sitting.ts';
import { StatePage } from '../ui/StatePage.tsx';
import { TableScreen } from './TableScreen.tsx';

/** Connects to the table of the address for as long as the page is open. */
export function ConnectedTable({ api, code }: { api: Api; code: string }) {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  useEffect(() => {
    const connection = connectTable(code);
    setSitting(sittingAt(code, connection));
    return () => connection.close();
  }, [code]);
  return sitting ? (
    <TableScreen sitting={sitting} api={api} />
  ) : (
    <StatePage title="Opening the table…" isBusy />
  );
}
