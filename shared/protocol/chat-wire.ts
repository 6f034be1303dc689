import type { Audience } from '../chat/audience.ts';
import type { ConversationKind, Message, Role, Standing } from '../chat/types.ts';
import type { Me, Reservation } from './http.ts';
import type { WireList, WireMap } from './wire.ts';

/** What the page of somebody who is here may say of them. */
export const HERE = ['online', 'away', 'playing'] as const;
export type Presence = (typeof HERE)[number];

/** From whom somebody takes new talks: everybody, people they share a private conversation or a table with, or nobody. */
export const WHO_MAY_WRITE = ['everybody', 'met', 'nobody'] as const;
export type WhoMayWrite = (typeof WHO_MAY_WRITE)[number];

/** Somebody as chat shows them; `isGone` when the account was deleted. */
export interface ChatPerson extends Pick<Me, 'id' | 'name' | 'marker'> {
  readonly isGone: boolean;
}

/** `GET /api/chat/:id/messages?before=<seq>&limit=` (or `after=<seq>`), ascending, with everybody they speak of. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly people: readonly ChatPerson[];
  /** Whether there is more in the direction that was asked for. */
  readonly hasMore: boolean;
}

/**
 * `GET /api/chat/:id/since?seq=<last entry seen>`: messages that came or changed since. `isComplete` is false when there
 * were too many: then the newest page is the truth and older pages must be read again.
 */
export interface Catchup {
  readonly messages: readonly Message[];
  readonly people: readonly ChatPerson[];
  readonly seq: number;
  readonly isComplete: boolean;
}

/** A public lobby in the directory: `GET /api/chat/lobbies?search=`. */
export interface LobbyRow {
  readonly conversation: string;
  readonly name: string;
  readonly title: string;
  readonly topic: string;
  readonly language: string;
  readonly online: number;
  /** Epoch ms of the last message, 0 for none. */
  readonly activeAt: number;
}

/** One of my conversations, as the inbox keeps it. */
export interface InboxRow {
  readonly conversation: string;
  readonly kind: 'public' | 'direct' | 'group' | 'table';
  /** Its title, or the other person's name in a direct talk. */
  readonly title: string;
  /** The other person of a direct talk, or `''`. */
  readonly peer: string;
  readonly marker: number;
  readonly standing: Standing;
  readonly role: Role;
  readonly isMuted: boolean;
  /** Whoever asks me in, while I have not answered; else `''`. */
  readonly invitedBy: string;
  /** Number of the last message, and how far I read. */
  readonly lastNo: number;
  readonly readNo: number;
  /** Messages after that which stand, from others whom I did not block. Exact up to 99. */
  readonly unread: number;
  /** Those of them that mention me. */
  readonly mentions: number;
  /** Epoch ms of the last message. */
  readonly lastAt: number;
  /** What whoever wrote it is called there; `''` where that is not told. */
  readonly lastAuthor: string;
  /** I wrote it. */
  readonly isLastMine: boolean;
  /** The first words of the last message; `''` while a request is not accepted. */
  readonly preview: string;
}

export interface PeopleList {
  readonly people: readonly ChatPerson[];
}

/** What a search in one's own conversations found: `GET /api/chat/search?q=`. */
export interface SearchHit {
  readonly conversation: string;
  readonly title: string;
  readonly message: Message;
}

/** `POST /api/chat/:id/seat` and `POST /api/chat/inbox/seat`. */
export interface ChatSeat {
  readonly reservation: Reservation;
  readonly now: number;
  /** The version both sides speak. */
  readonly protocol: number;
}

/** Sent to everybody who may see it when a message outside of the state's window changed. */
export interface MessageChanged {
  readonly seq: number;
  readonly message: Message;
}

/** Sent to everybody when a person was forgotten: whatever they wrote is empty from now on. */
export interface PersonErased {
  readonly person: string;
}

// The structural type of the wire state. A client reads, the server's schema fits.

export interface WireMember {
  readonly name: string;
  readonly marker: number;
  /** Index into ROLES. */
  readonly role: number;
  /** Index into PRESENCES; 0 is offline, or not told. */
  readonly presence: number;
  /** How far this person read (`no`); 0 in public lobbies. */
  readonly readNo: number;
}

export interface WireMessage {
  readonly seq: number;
  readonly no: number;
  readonly at: number;
  readonly author: string;
  readonly text: string;
  /** 0 for none. */
  readonly replyTo: number;
  readonly editedAt: number;
  readonly deletedBy: string;
  /** JSON of what few messages have: `{ mentions, card, reactions }`; `''` for nothing. */
  readonly extra: string;
}

/** Append only: old clients count on the order. */
export const ROLES: readonly Role[] = ['member', 'moderator', 'owner'];
export const PRESENCES = ['offline', 'online', 'away', 'playing'] as const;

/** The state of a conversation's room as decoded. Keys of `members` are person ids. */
export interface WireConversation {
  /** Index into KINDS. */
  readonly kind: number;
  readonly title: string;
  readonly topic: string;
  readonly language: string;
  readonly slowModeSeconds: number;
  readonly hasWordFilter: boolean;
  readonly online: number;
  /** The last entry this state includes. */
  readonly seq: number;
  readonly lastNo: number;
  /** Whoever is here, wrote lately, or (in private) belongs to it. Of a crowd in a lobby only who wrote lately. */
  readonly members: WireMap<WireMember>;
  /** The newest messages by `seq`, in any order, without gaps; at most WINDOW. */
  readonly messages: WireMap<WireMessage>;
  readonly pinned: WireList<number>;
  /** Ids of people who write now. */
  readonly typing: WireMap<boolean>;
}
/** Messages that the state carries. */
export const WINDOW = 50;
export const KINDS: readonly ConversationKind[] = ['public', 'direct', 'group', 'table'];

/** Sent to one socket when it comes in and when it changes: what the state cannot say to everybody (`you` message). */
export interface YouMessage {
  readonly id: string;
  readonly standing: Standing | 'none';
  readonly role: Role;
  readonly isNamed: boolean;
  /** May not write before, epoch ms; 0 for never muted. */
  readonly mutedUntil: number;
  readonly readNo: number;
  /** Whom a message of mine is for now: `all`, or at a table my side, while somebody there knows a secret. */
  readonly audience: Audience;
}

/** The state of an inbox room: rows by conversation id, as JSON of InboxRow, and my settings. */
export interface WireInbox {
  readonly rows: WireMap<string>;
  readonly blocked: WireMap<boolean>;
  readonly online: WireMap<boolean>;
  readonly whoMayWrite: string;
}
