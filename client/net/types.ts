import type { ReadonlySignal } from '@preact/signals';
import type { SeatId } from '../../shared/core/ids.ts';
import type { Reaction } from '../../shared/core/reactions.ts';
import type { Catalogue } from '../../shared/core/refusals.ts';
import type { Result } from '../../shared/core/result.ts';
import type { LiveTables, Me, MyTable, TableFilter } from '../../shared/protocol/http.ts';
import type { ReadTime } from '../../shared/protocol/wire.ts';
import type { TableOnlyCommand, TableView } from '../../shared/table/types.ts';

export type { LiveTables, Me, MyTable, PublicTable, TableFilter } from '../../shared/protocol/http.ts';

/** Why something was not done: a stable code and a sentence for people. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/**
 * `takenOver` to `full` are final until the person acts; the others mend themselves. `astray`: seats are given, and no
 * socket to one opens.
 */
export type ConnectionState =
  | 'connecting'
  | 'live'
  | 'moving'
  | 'reconnecting'
  | 'offline'
  | 'astray'
  | 'busy'
  | 'updating'
  | 'saving'
  | 'takenOver'
  | 'kicked'
  | 'gone'
  | 'notFound'
  | 'full';

/** At a table also `notLoaded`: the code of its game did not come; and that its password is asked for, again if it was wrong. */
export type TableConnectionState = ConnectionState | 'notLoaded' | 'passwordWanted' | 'passwordWrong';

/** A move of some game. */
export interface Move {
  readonly type: string;
}

/** What a person may wish at a table. M are the moves of its game. */
export type Wish<M extends Move = Move> =
  | TableOnlyCommand
  | { readonly type: 'play'; readonly move: M }
  | { readonly type: 'sit' }
  | { readonly type: 'setPassword'; readonly password: string | null };

/** What a connection has to know of the game that is played at its table. */
export interface GameOnWire {
  /** Reads what the game adds to the decoded state of a table. As `ReadGame` of the protocol. */
  readGame(wire: unknown, me: SeatId | null, time: ReadTime): unknown;
  /** Why this game refuses, besides what every table does. */
  readonly refusals: Catalogue;
}

/** What the pages ask of the server besides a table's own socket. */
export interface Api {
  /** False once it is known that this browser keeps no cookies: nobody can be known, and nothing more is asked. */
  readonly keepsCookies: ReadonlySignal<boolean>;
  /** Whom the server took this browser for when it was asked last; null until then. */
  readonly found: ReadonlySignal<Me | null>;
  /** Who this browser is. Never resolves without cookies. */
  session(): Promise<Me>;
  rename(patch: { name?: string; marker?: number }): Promise<Result<Me, Refusal>>;
  createTable(options: {
    game: string;
    visibility: 'public' | 'private';
    /** One of the game's modes; without it, its own way. */
    mode?: string | undefined;
    /** All options of the game, in place of a mode. */
    options?: Readonly<Record<string, string | number>>;
  }): Promise<Result<{ code: string }, Refusal>>;
  /** The next connection to this table asks for a seat; without it, a running game is only watched. */
  wantSeat(code: string): void;
  /** A seat at a table of this game, and of this mode if one is given, at once. */
  playNow(game: string, mode?: string): Promise<Result<{ code: string }, Refusal>>;
  /** The open tables where one has a seat, the newest first; none when that cannot be told. */
  myTables(): Promise<readonly MyTable[]>;
  /** Calls back with the list now and after every change; returns how to stop. */
  liveTables(onList: (list: LiveTables) => void, filter?: TableFilter): () => void;
}

/** What is seen of a table whose game is read by G. */
export type ViewOf<G extends GameOnWire> = TableView<ReturnType<G['readGame']>>;

/** What somebody at a table has just shown; another object each time. */
export interface SeenReaction {
  readonly seat: SeatId;
  readonly emoji: Reaction;
}

/** A living connection to one table. G is how its game is read. */
export interface TableConnection<G extends GameOnWire = GameOnWire> {
  /** What is played here; null until that is known and loaded. */
  readonly game: ReadonlySignal<G | null>;
  /** Null until the state and the game are there. */
  readonly view: ReadonlySignal<ViewOf<G> | null>;
  readonly connection: ReadonlySignal<TableConnectionState>;
  readonly mySeat: ReadonlySignal<SeatId | null>;
  /** The conversation of the people at this table; null until it is known. */
  readonly talk: ReadonlySignal<string | null>;
  /** What was shown last since the page was opened. */
  readonly reaction: ReadonlySignal<SeenReaction | null>;
  /** The server's time, epoch ms. */
  serverNow(): number;
  /** Shows everybody what one feels. Worth nothing later: asked once, and only while the connection is good. */
  react(emoji: Reaction): Promise<Result<void, Refusal>>;
  /** Resolves when the wish is done or refused; survives lost connections, is carried out at most once. */
  submit(wish: Wish): Promise<Result<void, Refusal>>;
  /** Tries again after a final state, from now on with this password if one is given. */
  rejoin(password?: string): void;
  close(): void;
}
