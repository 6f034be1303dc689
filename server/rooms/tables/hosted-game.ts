import type { Schema } from '@colyseus/schema';
import type { z } from 'zod';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { Table } from '../../../shared/table/table.ts';
import type { WireTime } from '../../schema/mirror.ts';
import type { Bot } from './bots.ts';

/**
 * Everything a room needs to host one game: its table and rules, what may come in, how its views go out, its bots.
 * S state, C command, E event, V view, G what the game adds to the synchronized state.
 */
export interface HostedGame<S, C extends { readonly type: string }, E, V, G extends Schema> {
  readonly table: Table<S, C, E, V>;
  readonly moveSchema: z.ZodType<C>;
  readonly optionsSchema: z.ZodType;
  readonly defaultOptions: unknown;
  readonly bot: Bot<C, V>;
  /** Checks that need more than the rules know (names at the table, manners); null lets the move pass. */
  screen(state: TableState<S>, move: C): Rejection | null;
  /** The class of what the game adds to the synchronized state. */
  readonly State: new () => G;
  /** Writes the public view into the state. */
  mirror(state: G, view: V, time: WireTime): void;
  /** The seats that have a secret at this moment, each of its own; by default none. Told from the public view. */
  secretSeats?(view: V): readonly SeatId[];
  /**
   * Writes what only this seat may see, as `view` has it, into an object that nobody else is shown; null when nothing is
   * hidden now. Every secret that is dealt anew gets a new object: whoever was shown the last one does not see the next.
   */
  writeSecret?(state: G, seat: SeatId, view: V): Schema | null;
  /** Who knows a secret that nobody may talk about across the table now, or null. */
  talkKeeper(state: TableState<S>): SeatId | null;
  /** For the list of tables: how far a game is, in a few words: "Round 2 of 6". */
  line(view: V): string;
}
