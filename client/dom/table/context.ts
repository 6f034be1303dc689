import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClientGame, Played } from '../../games/game.ts';
import type { Api, Move } from '../../net/types.ts';
import type { MySeat, View } from '../../store/faces.ts';
import type { Sitting } from '../../store/sitting.ts';
import { played } from '../../store/turns.ts';
import type { TableTalk } from '../talk/useTableTalk.ts';
import { linkTo } from '../ui/copy.ts';

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
export interface Viewed {
  readonly sitting: Sitting;
  readonly game: ClientGame;
  readonly view: View;
  readonly me: MySeat;
}

/** The table as this person sees it. */
export function useView(): Viewed {
  const { sitting } = useTable();
  const { connection } = sitting;
  const [view, game] = [connection.view.value, connection.game.value];
  if (!view || !game) throw new Error('used before there was a view');
  return { sitting, game, view, me: connection.mySeat.value };
}

/** The table as this person sees it, once a game has begun there. */
export function usePlayed(): Viewed & { readonly view: Played } {
  const viewed = useView();
  const view = played(viewed.view);
  if (!view) throw new Error('used before there was a game');
  return { ...viewed, view };
}

/** The link that leads others to this table. */
export function useTableLink(): string {
  const { sitting, game } = useView();
  return linkTo({ page: 'table', game: game.about.name, code: sitting.code });
}

/** A table at which a game has begun, with the types of that game: V is its view, M its moves. */
export interface ViewedGame<V, M extends Move> {
  readonly sitting: Sitting<M>;
  readonly view: Played<V>;
  readonly me: MySeat;
}

/**
 * The table, for the screens of one game. They are drawn only at tables of that game, and only once a game has begun:
 * this is the one place that takes this for granted.
 */
export function useTableOf<V, M extends Move>(): ViewedGame<V, M> {
  const { sitting, view, me } = usePlayed();
  return { sitting, view: view as Played<V>, me };
}
