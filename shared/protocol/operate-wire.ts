import type { ChatPerson } from './chat-wire.ts';
import type { PublicTable } from './http.ts';
import type { OperatorAction } from './operate.ts';
import type { Standing } from './standings.ts';

/** A map as the decoder of the state has it. */
interface WireMap<V> {
  get(key: string): V | undefined;
  keys(): Iterable<string>;
  entries(): Iterable<[string, V]>;
}

/** Numbers of one process. */
export interface WireProcess {
  /** When they were read, epoch ms. */
  readonly at: number;
  readonly isLeaving: boolean;
  /**
   * By name. Counts since the start of the process, such as `moves`; what is so at this moment, such as `connections`; and
   * `tables/<game>/<phase>`, `refusals/<code>`, `cut/<reason>`.
   */
  readonly numbers: WireMap<number>;
}

/** What is in the state of the room of operators. */
export interface WireOperator {
  /** By the name of the process. */
  readonly processes: WireMap<WireProcess>;
  /** `tables`, `lobbies`, `reports`, `log`: another number when a list may have changed. */
  readonly revisions: WireMap<number>;
  /** What is announced; `''` for nothing. */
  readonly announced: string;
  /** Until when, epoch ms. */
  readonly announcedUntil: number;
}

/** A line on every page. */
export interface Announcement {
  readonly text: string;
  /** When it ends, epoch ms. */
  readonly until: number;
}

/** What pages are told of it in every room, as `announced`; an empty text ends it. */
export interface AnnouncedMessage {
  readonly text: string;
  /** How long it still stands, ms. */
  readonly leftMs: number;
}

export interface TableRow extends PublicTable {
  readonly visibility: 'public' | 'private';
}
export interface TablePage {
  readonly tables: readonly TableRow[];
  readonly hasMore: boolean;
  /** All that are open, whatever was searched. */
  readonly total: number;
}

/** What everybody at the table may see of it, without the game. */
export interface TableDetails {
  readonly table: TableRow;
  /** The conversation of the people there. */
  readonly talk: string;
  readonly seated: readonly ChatPerson[];
  /** People who only watch. */
  readonly watching: readonly ChatPerson[];
}

export interface OperatedLobby {
  readonly conversation: string;
  readonly title: string;
  readonly topic: string;
  readonly online: number;
  /** When something was last written, epoch ms; 0 for never. */
  readonly activeAt: number;
}
export interface LobbyPage {
  readonly lobbies: readonly OperatedLobby[];
  readonly hasMore: boolean;
}
export interface LobbyDetails {
  readonly conversation: string;
  /** Some of those who are there. */
  readonly people: readonly ChatPerson[];
  readonly banned: readonly ChatPerson[];
}

export interface PersonDetails {
  readonly person: ChatPerson;
  readonly hasAccount: boolean;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly sessions: number;
  readonly tables: readonly { readonly code: string; readonly name: string }[];
}

export interface ReportRow {
  readonly id: string;
  /** For the page after it. */
  readonly rank: number;
  readonly conversation: string;
  readonly by: ChatPerson;
  /** Who wrote what is reported. */
  readonly author: ChatPerson;
  readonly reason: string;
  /** The reported words. */
  readonly text: string;
  readonly at: number;
  readonly standing: Standing;
  /** Who took it, or is done with it; null while it is open. */
  readonly sortedBy: ChatPerson | null;
}
export interface ReportPage {
  readonly reports: readonly ReportRow[];
  readonly hasMore: boolean;
}
export interface ReportDetails {
  readonly report: ReportRow;
  /** The reported message and those before it, the oldest first. */
  readonly context: readonly {
    readonly seq: number;
    readonly author: ChatPerson;
    readonly text: string;
    readonly at: number;
  }[];
}

export interface LogRow {
  readonly id: string;
  readonly at: number;
  /** Null for what was done on the machine itself. */
  readonly by: ChatPerson | null;
  readonly action: OperatorAction | { readonly type: 'appoint' | 'dismiss'; readonly person: string };
  /** Whom it was done to, if anybody. */
  readonly person: ChatPerson | null;
  readonly why: string;
  /** `done`, why it was refused, or `''` while nobody knows. */
  readonly outcome: string;
}
export interface LogPage {
  readonly rows: readonly LogRow[];
  readonly hasMore: boolean;
}
