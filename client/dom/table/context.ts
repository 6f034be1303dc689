import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../../net/types.ts';
import type { Sitting } from '../../store/sitting.ts';
import type { TableTalk } from '../talk/useTableTalk.ts';

/** What everything at a table needs. */
export interface AtTable {
  readonly sitting: Sitting;
  readonly api: Api;
  /** What the people here say to each other; null until it is loaded. */
  readonly talk: ReadonlySignal<TableTalk | null>;
}

export const TableContext = createContext<AtTable | null>(null);

/** The table this part of the page belongs to. */
export function useTable(): AtTable {
  const table = useContext(TableContext);
  if (!table) throw new Error('used outside a table');
  return table;
}

/** View and seat of the viewer, followed. Only below a table that has a view. */
export function useView() {
  const { sitting } = useTable();
  const view = sitting.connection.view.value;
  if (!view) throw new Error('used before there was a view');
  return { sitting, view, me: sitting.connection.mySeat.value };
}
