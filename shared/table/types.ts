import type { BotLevel, WantedLevel } from '../core/bot-level.ts';
import type { MatchId, PlayerId, SeatId } from '../core/ids.ts';
import type { Language } from '../core/languages.ts';

/** A person as stamped by the server: public id, shown name, favorite marker (index into MARKERS). */
export interface Person {
  readonly id: PlayerId;
  readonly name: string;
  readonly marker: number;
}

/**
 * A seat at a table, taken by a person or a bot. `awaySince` is epoch ms, null while connected; later by what the host has
 * held the game for since then, as what the game wants to do is.
 */
export interface Seat {
  readonly id: SeatId;
  readonly kind: 'human' | 'bot';
  readonly person: Person;
  readonly awaySince: number | null;
  /** How well the bot plays; null for a person. */
  readonly level: BotLevel | null;
  /** A bot plays for the person until they are back. */
  readonly isStoodIn: boolean;
}

/** Whether a program plays this seat at the moment. */
export const isBotPlayed = ({ kind, isStoodIn }: Seat): boolean => kind === 'bot' || isStoodIn;

/** Who gave up a seat while their game went on or its result stood. */
export interface Leaver {
  readonly seat: SeatId;
  readonly person: Person;
}

export type Visibility = 'public' | 'private';

/**
 * `unopened`: nothing has happened yet; `waiting`: before the first start; `playing`: a game runs; `over`: its result
 * is shown, a rematch is possible; `closed`: nobody came back, nothing can happen any more.
 */
export type TablePhase = 'unopened' | 'waiting' | 'playing' | 'over' | 'closed';

/** What a table is made with, and all that is needed to open it again from its journal. */
export interface TableSetup {
  /** What people say to each other to meet here. */
  readonly code: string;
  readonly matchId: MatchId;
  /** What is played, by the name of its `GameAbout`. */
  readonly game: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly bots: number;
  /** What is spoken there; English when nobody said. */
  readonly language?: Language | undefined;
  /** One of the game's modes, when somebody has chosen it. */
  readonly mode?: string | undefined;
  /** The game's options, when somebody has chosen them, in place of a mode. */
  readonly options?: unknown;
  readonly owner: string;
}

/** What one may do at any table, whatever is played there. */
export type TableOnlyCommand =
  | { readonly type: 'start' } // also: rematch
  | { readonly type: 'setOptions'; readonly options: unknown }
  | { readonly type: 'addBot'; readonly level?: WantedLevel | undefined } // `mixed` if not said
  | { readonly type: 'setBotLevel'; readonly seat: SeatId; readonly level: BotLevel }
  | { readonly type: 'kick'; readonly seat: SeatId } // a bot is sent away, a person is banned
  | { readonly type: 'makeHost'; readonly seat: SeatId }
  | { readonly type: 'skipTurn' }
  /** The seat goes to this place in the order, 0 first. */
  | { readonly type: 'moveSeat'; readonly seat: SeatId; readonly place: number }
  | { readonly type: 'pause' }
  | { readonly type: 'goOn' }
  | { readonly type: 'setLock'; readonly isLocked: boolean }
  | { readonly type: 'letBackIn'; readonly player: PlayerId }
  | { readonly type: 'setLanguage'; readonly language: Language }
  | { readonly type: 'leave' };

/** What the server tells a table, always as the system actor. */
export type TableSystemCommand =
  | {
      readonly type: 'open';
      readonly name: string;
      readonly visibility: Visibility;
      readonly options: unknown;
      /** Whether somebody has chosen the options; else the game may choose others when it begins. */
      readonly isChosen?: boolean;
      /** Bots that sit down at once; the game starts when the first person does. */
      readonly bots: number;
      /** What is spoken here; English when nobody said. */
      readonly language?: Language | undefined;
    }
  /** The host wants this password to be asked for, known by its hash alone; null: none. */
  | { readonly type: 'setPassword'; readonly by: SeatId; readonly hash: string | null }
  | { readonly type: 'sit'; readonly person: Person }
  | { readonly type: 'rename'; readonly person: Person }
  | { readonly type: 'goAway'; readonly player: PlayerId }
  | { readonly type: 'comeBack'; readonly player: PlayerId }
  | { readonly type: 'unqueue'; readonly player: PlayerId }
  /** Out for good, whoever it is, with or without a seat. */
  | { readonly type: 'expel'; readonly player: PlayerId }
  | { readonly type: 'close' };

/** Everything that can be asked of a table that hosts a game with commands C. */
export type TableCommand<C> =
  | TableOnlyCommand
  | TableSystemCommand
  /** `asBot`: a program has this move for the seat, and no person. */
  | { readonly type: 'play'; readonly move: C; readonly asBot?: true };

/** What happened at a table. */
export type TableEvent<E> =
  | {
      readonly type: 'tableOpened';
      /** What is played here, for ever. */
      readonly game: string;
      readonly name: string;
      readonly visibility: Visibility;
      readonly options: unknown;
      /** The game starts as soon as the first person sits down. */
      readonly isQuick: boolean;
      readonly language: Language;
      readonly at: number;
    }
  | {
      readonly type: 'seatTaken';
      readonly seat: SeatId;
      readonly kind: 'human' | 'bot';
      readonly person: Person;
      readonly level: BotLevel | null;
      readonly at: number;
    }
  | {
      readonly type: 'seatFreed';
      readonly seat: SeatId;
      readonly reason: 'left' | 'kicked' | 'away';
      readonly at: number;
    }
  | { readonly type: 'botLevelChanged'; readonly seat: SeatId; readonly level: BotLevel }
  | { readonly type: 'personQueued'; readonly person: Person }
  | { readonly type: 'personUnqueued'; readonly player: PlayerId }
  | { readonly type: 'personRenamed'; readonly seat: SeatId; readonly person: Person }
  /** Taken while a secret is kept: others see it when it is none any more. */
  | { readonly type: 'renameHeld'; readonly person: Person }
  /** `isFinal`: the host cannot let them back in. */
  | { readonly type: 'personBanned'; readonly player: PlayerId; readonly isFinal?: boolean }
  | { readonly type: 'wentAway'; readonly seat: SeatId; readonly at: number }
  | { readonly type: 'cameBack'; readonly seat: SeatId }
  /** From now on a bot plays for somebody who is away. */
  | { readonly type: 'stoodIn'; readonly seat: SeatId; readonly at: number }
  | { readonly type: 'hostChanged'; readonly seat: SeatId | null }
  | { readonly type: 'optionsChanged'; readonly options: unknown }
  | { readonly type: 'languageChanged'; readonly language: Language }
  | { readonly type: 'seatsOrdered'; readonly order: readonly SeatId[] }
  | { readonly type: 'personLetBackIn'; readonly player: PlayerId }
  | { readonly type: 'lockChanged'; readonly isLocked: boolean }
  | { readonly type: 'passwordChanged'; readonly hash: string | null }
  | { readonly type: 'paused'; readonly at: number }
  | { readonly type: 'wentOn'; readonly at: number }
  | { readonly type: 'gameOpened'; readonly number: number }
  | { readonly type: 'gameEvent'; readonly event: E }
  | { readonly type: 'gameClosed' }
  | { readonly type: 'tableClosed' };

/** A table as one viewer may see it. */
export interface TableView<V> {
  readonly name: string;
  readonly visibility: Visibility;
  readonly phase: TablePhase;
  readonly host: SeatId | null;
  readonly options: unknown;
  /** In seat order. */
  readonly seats: readonly Seat[];
  /** People who get a seat as soon as the round is over. */
  readonly queue: readonly Person[];
  /** Who left the running or last game, in the order in which they went; at most one per seat. */
  readonly leavers: readonly Leaver[];
  /** Whom the host can let back in, the last one at the end. */
  readonly removed: readonly Person[];
  readonly language: Language;
  /** Nobody new sits down. */
  readonly isLocked: boolean;
  /** Whoever comes by is asked for a password. */
  readonly hasPassword: boolean;
  /** Since when the host holds the game, epoch ms; null while it goes on. */
  readonly pausedSince: number | null;
  /** How long it was held until then, ms. By so much the rules see earlier times; what is read from the wire does not. */
  readonly pausedMs: number;
  /** The running or last game; null before the first start. */
  readonly game: V | null;
  /** 1 for the first game at this table. */
  readonly gameNumber: number;
}
