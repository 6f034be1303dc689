import type { Language } from '../../shared/core/languages.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { LiveTables, MyTable, TableFilter, TableSeat } from '../../shared/protocol/http.ts';
import type { Person, Visibility } from '../../shared/table/types.ts';
import type { ChatVisitor } from './chat-port.ts';

/** How somebody comes to a table. */
export interface SeatWish {
  readonly wantsSeat: boolean;
  /** A screen that only shows. */
  readonly isScreen?: boolean | undefined;
  readonly password?: string | undefined;
}

/** What the HTTP interface needs of the tables, wherever they live. Expected failures are values. */
export interface TablesPort {
  /**
   * Without a game it is the first there is, without options or a mode the game's own way. Refusals: `too_many_tables`,
   * `server_full`, `unknown_game`, `bad_request` for options that the game does not have.
   */
  create(
    person: Person,
    options: {
      readonly visibility: Visibility;
      readonly game?: string | undefined;
      readonly language?: Language | undefined;
      readonly mode?: string | undefined;
      /** All that the game can be told, in place of a mode. */
      readonly options?: unknown;
    },
  ): Promise<Result<{ readonly code: string }, Rejection>>;
  /**
   * The table of this game where this person plays already; else a public one with a free seat, or a new one. Refusals as
   * those of `create`.
   */
  quickPlay(
    person: Person,
    wanted: {
      readonly game?: string | undefined;
      readonly language?: Language | undefined;
      readonly mode?: string | undefined;
    },
  ): Promise<Result<{ readonly code: string }, Rejection>>;
  /**
   * Promises a connection for a few seconds. Refusals: `no_table`, `kicked`, `table_full`, `busy`, `gone`,
   * `password_wanted`, `wrong_table_password`.
   */
  seat(by: ChatVisitor, code: string, wish: SeatWish): Promise<Result<TableSeat, Rejection>>;
  /** The open tables where somebody has a seat, the newest first. */
  mine(person: string): Promise<readonly MyTable[]>;
  /** Whether somebody sat down at a table with this code lately, wherever they asked for the seat. */
  hasSatAt(person: string, code: string): Promise<boolean>;
  /** The public tables that somebody looks for, in the order to show them. */
  list(filter?: TableFilter): Promise<LiveTables>;
  /** Calls back whenever the list may have changed; returns how to stop. */
  onChange(notify: () => void): () => void;
  /** Somebody has a new name or marker. */
  rename(person: Person & { readonly isNamed: boolean }): void;
}
