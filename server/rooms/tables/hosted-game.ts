import type { Schema } from '@colyseus/schema';
import type { z } from 'zod';
import type { TableProgress } from '../../../shared/core/about.ts';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Catalogue } from '../../../shared/core/refusals.ts';
import type { Replay, SeatCounts } from '../../../shared/core/replay.ts';
import type { Rejection, Rules } from '../../../shared/core/rules.ts';
import { commandMessage } from '../../../shared/protocol/messages.ts';
import { type IsAlike, isSameWord } from '../../../shared/table/persons.ts';
import type { TableState } from '../../../shared/table/state.ts';
import { type Table, tableFor } from '../../../shared/table/table.ts';
import type { WireTime } from '../../schema/mirror.ts';
import { tableSchemaOf } from '../../schema/table-schema.ts';
import type { Bot } from './bots.ts';
import { type MoveReader, moveReader } from './move-reader.ts';

/** What a seat may wish, whatever the game. */
export type Move = { readonly type: string };

/**
 * Everything a game brings to be played in rooms; the rest (seats, host, bots, timers, absence, rematch, talk, journal)
 * comes from the engine. S state, C command, E event, V view, G what the game adds to the synchronized state. Without
 * parameters it is any game: a room passes what a function of a game returned to functions of the same game only.
 */
export interface HostedGame<
  S = unknown,
  C extends Move = Move,
  E = unknown,
  V = unknown,
  G extends Schema = Schema,
> {
  readonly rules: Rules<S, C, E, V>;
  readonly moveSchema: z.ZodType<C>;
  readonly optionsSchema: z.ZodType;
  readonly defaultOptions: unknown;
  /** The sentence for each code that the rules refuse with. */
  readonly refusals: Catalogue;
  readonly bot: Bot<C, V>;
  /** The class of what the game adds to the synchronized state. */
  readonly State: new () => G;
  /**
   * Writes the public view into the state. `before` is what was written last at this table, or null: what is the same in
   * both need not be written again.
   */
  mirror(state: G, view: V, time: WireTime, before: V | null): void;
  /** For the list of tables: how far a game is. */
  progress(view: V): TableProgress;
  /** Which of the game's modes these options are; the game says what it has in its `GameAbout`. */
  modeOf?(options: unknown): string;
  /** The options of one of its modes, all else as it is by itself; in a game that has some. */
  optionsOf?(mode: string): unknown;
  /** Checks that need more than the rules know (names at the table, manners); null lets the move pass. */
  screen?(state: TableState<S>, move: C, manners: Manners): Rejection | null;
  /** The seats that have a secret at this moment, each of its own; by default none. Told from the public view. */
  secretSeats?(view: V): readonly SeatId[];
  /**
   * Whether every secret is the same as when everybody saw `before`, told from the public views of one game; without it they
   * may be others after each change. Then nothing is written or shown anew.
   */
  areSecretsSame?(before: V, view: V): boolean;
  /**
   * Writes what only this seat may see, as `view` has it, into an object that nobody else is shown; null when nothing is
   * hidden now. Every secret that is dealt anew gets a new object: whoever was shown the last one does not see the next.
   */
  writeSecret?(state: G, seat: SeatId, view: V): Schema | null;
  /** What can be told of a whole match, by the last word of its address: `/api/matches/:match/<word>`. */
  readonly records?: Readonly<Record<string, MatchRecord<E>>>;
  /** How a finished game is shown again; without it, it is only listed. */
  readonly replay?: Replay<S, E, V>;
  /** What a fact adds to the statistics of some seats; `before` is the state that it meets. */
  tally?(before: S, event: E): readonly SeatCounts[];
}

/** Something that a game tells of a whole match, gathered from its facts, for whoever knows the id of the match. */
export interface MatchRecord<E> {
  /** Found in the text of every entry that says something about it; the others need not be read. */
  readonly tells: RegExp;
  begin(): {
    add(event: E): void;
    /** What is known so far. `isClosed`: nothing can happen at this table any more. */
    answer(isClosed: boolean): object;
  };
}

/** What the server thinks of words that everybody at a table would read. */
export interface Manners {
  isRude(text: string): boolean;
}

/** A hosted game with the table around its rules and the class of its table's state: made once for all its rooms. */
export interface TableGame extends HostedGame {
  readonly table: Table<unknown, Move, unknown, unknown>;
  readonly TableSchema: ReturnType<typeof tableSchemaOf<Schema>>;
  /** Reads what its tables are asked. It takes 45 KB. */
  readonly commandSchema: ReturnType<typeof commandMessage<z.ZodType<Move>, z.ZodType>>;
  /** Reads most of that, in a third of the time. */
  readonly readMove: MoveReader;
}

/** The games of a server, by name. */
export type TableGames = ReadonlyMap<string, TableGame>;

/** Whether these are options that a host could choose in one of these games. */
export const hasOptions = (games: TableGames, game: string, options: unknown): boolean =>
  games.get(game)?.optionsSchema.safeParse(options).success ?? false;

/** Puts tables around games. @param isAlike tells names that can be taken for one another */
export const tableGames = (hosted: readonly HostedGame[], isAlike: IsAlike = isSameWord): TableGames =>
  new Map(
    hosted.map((game) => [
      game.rules.name,
      {
        ...game,
        table: tableFor(game.rules, isAlike),
        TableSchema: tableSchemaOf<Schema>(game.State),
        commandSchema: commandMessage(game.moveSchema, game.optionsSchema),
        readMove: moveReader(game.moveSchema),
      },
    ]),
  );
