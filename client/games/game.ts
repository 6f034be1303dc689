import type { ComponentChildren, ComponentType, FunctionComponent } from 'preact';
import type { GameAbout } from '../../shared/core/about.ts';
import type { BotLevel } from '../../shared/core/bot-level.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/languages.ts';
import type { Catalogue } from '../../shared/core/refusals.ts';
import type { Counts, Replay } from '../../shared/core/replay.ts';
import type { SeatLimits } from '../../shared/core/rules.ts';
import type { DailyView } from '../../shared/protocol/daily.ts';
import type { ReadTime } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import type { Tone } from '../dom/effects/tones.ts';
import type { Refusal } from '../net/types.ts';
import type { MySeat } from '../store/faces.ts';

/** A table at which a game has begun: the view of the running or last game is there. */
export type Played<V = unknown> = TableView<V> & { readonly game: V };

/**
 * What one game brings to the pages of a table: `GameWords`, which are pure and need no page, and what is drawn in the
 * places that the common frame leaves to it (`dom/game/GameScreen.tsx`). Everything else is done for every game: header,
 * invitation, seats, players, clock, waiting, talk, the end with its rematch.
 *
 * Components get the table from `useTableOf` (`dom/table/context.ts`); they are drawn only once there is a game.
 */
export interface ClientGame<V = unknown> extends GameWords<V> {
  /** The board. It fills the place it is given, whose size never changes during a game. */
  readonly Board: ComponentType;
  /** Under the board: the one action that answers the sentence. `dom/game/Dock.tsx` and `WaitDock.tsx` are its parts. */
  readonly Dock: ComponentType;
  /** The rules, in a dialog. `dom/ui/Steps.tsx` sets them in pictures. */
  readonly HowToPlay: ComponentType;
  /** Beside the sentence: something that hardly anybody needs. */
  readonly Aside?: ComponentType;
  /** What there is to look up in a running game: beside the board where there is room, else behind a button. */
  readonly record?: { readonly title: string; readonly Content: ComponentType };
  /** Beside the ranking, when the game is over. */
  readonly EndPanel?: ComponentType;
  /** The same on a screen for a room, where nothing can be pressed. Without it, `EndPanel`. */
  readonly TvEnd?: ComponentType;
  /** How a finished game is shown again, loaded when somebody wants to. Without it nobody can. */
  readonly replay?: () => Promise<Replay>;
  /** Switches of this game in the settings of the browser, with their heading. */
  readonly Settings?: ComponentType;
}

/** What is played alone, loaded when it is opened. */
export interface AlonePages {
  daily(): Promise<ComponentType<DailyProps>>;
  practice(): Promise<FunctionComponent>;
}

/** What the page of a day is given. */
export interface DailyProps {
  readonly view: DailyView;
  /** Places for good; resolves to why that was refused, or null. */
  place(places: readonly number[]): Promise<Refusal | null>;
}

/** How a game's part of the state is read, and what is said of it. V is its view. All functions are pure. */
export interface GameWords<V = unknown> {
  readonly about: GameAbout;

  /** Reads what the game adds to the decoded state of a table. As `ReadGame` of the protocol. */
  readGame(wire: unknown, me: SeatId | null, time: ReadTime): V;
  /** Why this game refuses, besides what every table does. */
  readonly refusals: Catalogue;

  /** Whom the table waits for, and how long. */
  wait(view: Played<V>): Wait;
  /** What is done for somebody absent who is waited for. Without it, absence changes nothing. */
  readonly absence?: Absence;
  /** What becomes of a running game that somebody leaves, told to them before they do: a sentence. */
  readonly leaving?: string;
  /** The sentence above the board, for one viewer. */
  sentence(view: Played<V>, me: MySeat): Sentence;
  /** Everybody in the game, in the order in which they are listed. */
  players(view: Played<V>, me: MySeat): readonly PlayerLine[];
  /** How far the game is, `Round 3 of 10`. Without it nothing is said of that. */
  progress?(view: Played<V>): string;
  /**
   * How many have done what they are waited for, for a room that looks on: `3 of 7 have placed`; null for nothing, also
   * where the sentence says it.
   */
  tally?(view: Played<V>): string | null;
  /** How long the board is still shown when a game has ended, so that its last move is seen, ms. Without it not at all. */
  readonly lastBoardMs?: number;
  /** The result, when the game is over. */
  result(view: Played<V>, me: MySeat): Result;

  /** What the games of somebody add up to, by what the rules count. Without it only how many there were. */
  statistics?(counts: Counts): readonly Statistic[];

  /**
   * What a screen reader is told; null for nothing. Without it, the sentence whenever it changes. Who comes, leaves or is
   * away, and who won, is told for every game.
   */
  announcement?(before: TableView<V> | null, after: Played<V>, me: MySeat): string | null;
  /** How something that has happened sounds; null for silence. One's own turn has a sound already. */
  tone?(before: Played<V>, after: Played<V>): Tone | null;
  /** What is shown step by step now, to everybody on their own page; null for nothing. */
  show?(view: Played<V>, me: MySeat): ShowPlan | null;
  /** Words of the game that a page translator must leave as they are: what people said, names of places. */
  readonly ownWords?: OwnWords<V>;
  /** What a host can choose. Without it there is nothing to choose. */
  readonly options?: OptionsForm;
  /** What is said of bots, in a game whose bots play at several levels. */
  readonly bots?: BotWords;
  /** Which of the game's modes these options are; in a game that has some. */
  modeOf?(options: unknown): string;
  /** Seats can be put in another order while it runs: it counts from the next round on. */
  readonly reorders?: true;
  /** What a seat will be in a game with these options, by its place in the order of seats: `▲ Team A`; empty for nothing. */
  seatNote?(options: unknown, place: number): string;
  /** About how long a game with these options takes so many people and bots: a sentence. */
  duration?(options: unknown, people: number, bots: number): string;
  /** How many can play with these options, where that depends on them. As `seatsWith` of the rules. */
  seatsWith?(options: unknown): SeatLimits;
}

/** What is said of bots. */
export interface BotWords {
  /** From the weakest to the best. */
  readonly levels: readonly Choice<BotLevel>[];
  /** What a bot of this name and level is like: a sentence. */
  about(name: string, level: BotLevel): string;
  /** What they speak at a table of a language, as a sentence; null where it is that language. */
  speech(language: Language): string | null;
}

/** Something that is counted of somebody. */
export interface Statistic {
  readonly label: string;
  readonly value: string;
}

/** What the table waits for. */
export interface Wait {
  /** The seats whose move it is. */
  readonly seats: readonly SeatId[];
  /** All of them may move at the same time, and nobody knows who has: none is singled out, except to themselves. */
  readonly isShared?: boolean;
  /** When the wait began, epoch ms; null where nothing is waited for. */
  readonly since: number | null;
  /** When the wait ends by itself, epoch ms; null without a clock. */
  readonly until: number | null;
  /** How long it is in all, ms; null where no ring shall be drawn. */
  readonly spanMs: number | null;
}

/** What is done for somebody absent who is waited for. */
export interface Absence {
  /** So long after both the wait and the absence began, ms; null where the wait itself ends then. */
  readonly graceMs: number | null;
  /** What is done in so many seconds, a sentence: `Passed in 4 s.` */
  soon(seconds: number): string;
  /** The same in the list of players: `away · passed in 4 s`. */
  status(seconds: number): string;
}

/** What stands above the board: what to do now, what it is about, and in large what matters most. */
export interface Sentence {
  /** What happens now, `Your turn: place a marker`. Empty where the large line says it. */
  readonly now: string;
  /** In small, after it. */
  readonly about: string;
  readonly large: string;
  /** What somebody said, for the large line instead of `large`; several are set apart. */
  readonly said?: readonly string[];
  /** Points that the viewer has just got. */
  readonly gain?: number | null;
}

/** Something that is shown step by step, such as who was how near. Where motion is unwanted it is not. */
export interface ShowPlan {
  /** Another one for every show of a table. */
  readonly key: string;
  /** In the order of time. */
  readonly beats: readonly ShowBeat[];
  readonly endMs: number;
}

/** A moment of a show that is heard or felt, or at which points are counted. */
export interface ShowBeat {
  /** After the beginning, ms. */
  readonly atMs: number;
  readonly tone?: Tone;
  /** How much higher than usual the tone is, in semitones. */
  readonly higher?: number;
  /** How a phone shakes for it: on, off, on… in ms. */
  readonly buzzMs?: readonly number[];
}

/** A player as listed beside the board. */
export interface PlayerLine {
  readonly seat: SeatId;
  /** What they do now, `placing now`. Of somebody absent the list says so instead, unless there is a gain. */
  readonly status: string;
  /** Points; null in a game without. */
  readonly score: number | null;
  /** A sign of whom they belong to, beside their marker where there is no room for a word; what it means is in `status`. */
  readonly side?: string;
  /** Points that have just been won; null while there is nothing to tell. */
  readonly gain?: number | null;
  /** How the gain comes together while it is shown step by step: points, and when they are counted, as in the beats. */
  readonly counts?: readonly { readonly atMs: number; readonly points: number }[];
  /** Wants to go on. */
  readonly isReady?: boolean;
  /** A sign at their marker, of what `status` says in words. */
  readonly mark?: string | null;
  /** In the place of points. */
  readonly badge?: ComponentChildren;
}

/** How a game ended. */
export interface Result {
  /** In the order of the ranking. */
  readonly rows: readonly ResultRow[];
  /** What to say instead of who won. */
  readonly headline?: string | null;
  /** More lines for the text that is shared, below the ranking. */
  readonly summary?: readonly string[];
}

/** A line of the final ranking. */
export interface ResultRow {
  readonly seat: SeatId;
  /** 1 is best; equal ones share a place. */
  readonly place: number;
  /** Points; null in a game without. */
  readonly score: number | null;
  /** What is worth remembering of them; may be empty. */
  readonly note: string;
}

/** Words that a page translator must leave alone, besides the names of people. */
export interface OwnWords<V> {
  /** Those of one table. */
  at(view: TableView<V>): readonly string[];
  /** Those of every table. */
  readonly always: readonly string[];
  /** A pattern (source of a regular expression, without groups) of others; empty for none. */
  readonly pattern: string;
}

/** A choice a host has, with what it means. */
export interface Choice<T = string | number> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}

/** What a host has chosen, by the name of the option. */
export type Options = Readonly<Record<string, string | number>>;

/** One option of a game. */
export interface OptionField {
  /** Its name in the options of the table, and in links to rules, where `name` is what somebody calls them. */
  readonly key: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Which of them counts where nothing readable was chosen. */
  readonly standard: string | number;
  /** Whether it means anything beside the other options; without it, always. */
  isOffered?(options: Options): boolean;
  /** What a choice means with so many players (0: not yet known) and these options, in a word; without it, the label of the choice. */
  words?(value: string | number, players: number, options: Options): string;
}

/** The options of a game, as rows of a panel and as a form. */
export type OptionsForm = readonly OptionField[];
