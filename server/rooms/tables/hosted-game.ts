import type { Schema } from '@colyseus/schema';
import type { z } from 'zod';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { Table } from '../../../shared/table/table.ts';
import type { TableView } from '../../../shared/table/types.ts';
import type { Bot } from './bots.ts';

/**
 * Everything a room needs to host one game: its table and rules, what may come in, how its views go out, its bots.
 * S state, C command, E event, V view, W the schema class of the synchronized state.
 */
export interface HostedGame<S, C extends { readonly type: string }, E, V, W extends Schema> {
  readonly table: Table<S, C, E, V>;
  readonly moveSchema: z.ZodType<C>;
  readonly optionsSchema: z.ZodType;
  readonly defaultOptions: unknown;
  readonly bot: Bot<C, V>;
  /** Checks that need more than the rules know (names at the table, manners); null lets the move pass. */
  screen(state: TableState<S>, move: C): Rejection | null;
  newState(epochMs: number): W;
  /** Writes the public view into the state. */
  mirror(state: W, view: TableView<V>): void;
  /** Writes what only `keeper` may see; the object to show them, or null when nothing is hidden now. */
  writeSecret(state: W, view: TableView<V>): Schema | null;
  /** Whose eyes have a secret at this moment, or null. */
  secretKeeper(view: TableView<V>): SeatId | null;
  /** Who knows a secret that nobody may talk about across the table now, or null. */
  talkKeeper(state: TableState<S>): SeatId | null;
  /** For the list of tables: how far the game is; zeros before the first. */
  progress(view: TableView<V>): { readonly round: number; readonly rounds: number };
}
