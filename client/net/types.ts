import type { ReadonlySignal } from '@preact/signals';
import type { SeatId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import type { Me, MyTable, PublicTable } from '../../shared/protocol/http.ts';
import type { TableOnlyCommand, TableView } from '../../shared/table/types.ts';

export type { Me, MyTable, PublicTable } from '../../shared/protocol/http.ts';

/** Why something was not done: a stable code and a sentence for people. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** `takenOver` to `full` are final until the person acts; the others mend themselves. */
export type ConnectionState =
  | 'connecting'
  | 'live'
  | 'reconnecting'
  | 'offline'
  | 'busy'
  | 'updating'
  | 'saving'
  | 'takenOver'
  | 'kicked'
  | 'gone'
  | 'notFound'
  | 'full';

/** What a person may wish at a table. */
export type Wish =
  | TableOnlyCommand
  | { readonly type: 'play'; readonly move: GameCommand }
  | { readonly type: 'sit' };

/** The list of public tables and how many people are at them. */
export interface LiveTables {
  readonly tables: readonly PublicTable[];
  readonly people: number;
}

/** What the pages ask of the server besides a table's own socket. */
export interface Api {
  /** False once it is known that this browser keeps no cookies: nobody can be known, and nothing more is asked. */
  readonly keepsCookies: ReadonlySignal<boolean>;
  /** Who this browser is. Never resolves without cookies. */
  session(): Promise<Me>;
  rename(patch: { name?: string; marker?: number }): Promise<Result<Me, Refusal>>;
  createTable(options: { visibility: 'public' | 'private' }): Promise<Result<{ code: string }, Refusal>>;
  /** The next connection to this table asks for a seat; without it, a running game is only watched. */
  wantSeat(code: string): void;
  playNow(): Promise<Result<{ code: string }, Refusal>>;
  /** The open tables where one has a seat, the newest first; none when that cannot be told. */
  myTables(): Promise<readonly MyTable[]>;
  /** Calls back with the list now and after every change; returns how to stop. */
  liveTables(onList: (list: LiveTables) => void): () => void;
}

/** A living connection to one table. */
export interface TableConnection {
  readonly view: ReadonlySignal<TableView<GameView> | null>;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly mySeat: ReadonlySignal<SeatId | null>;
  /** The conversation of the people at this table; null until it is known. */
  readonly talk: ReadonlySignal<string | null>;
  /** The server's time, epoch ms. */
  serverNow(): number;
  /** Resolves when the wish is done or refused; survives lost connections, is carried out at most once. */
  submit(wish: Wish): Promise<Result<void, Refusal>>;
  /** Tries again after a final state. */
  rejoin(): void;
  close(): void;
}
