import type { PlayerId } from '../core/ids.ts';
import type { Audience } from './audience.ts';

/**
 * - `public`: a lobby by name; everybody who is not banned may read, members write
 * - `direct`: two people; the first message of a stranger is a request until it is accepted
 * - `group`: up to ten people by invitation
 * - `table`: the talk at one table; seats and spectators, kept after the game
 */
export type ConversationKind = 'public' | 'direct' | 'group' | 'table';

export type Role = 'owner' | 'moderator' | 'member';

/**
 * `active`: takes part; `asked`: was written to by a stranger and has not answered; `left`, `kicked` and `banned`: takes
 * part no more (a banned person cannot come back, and cannot read).
 */
export type Standing = 'active' | 'asked' | 'left' | 'kicked' | 'banned';

/** Who issued a command, stamped by the server. */
export interface Speaker {
  readonly id: PlayerId;
  /** Chose a name; others may only read in public. */
  readonly isNamed: boolean;
  /** Looks after the whole server: may do what an owner may, everywhere. */
  readonly isOperator: boolean;
}

export interface Membership {
  readonly id: PlayerId;
  readonly role: Role;
  readonly standing: Standing;
  /** Epoch ms of the first time. */
  readonly joinedAt: number;
  /** May not write before, epoch ms; 0 for never muted. */
  readonly mutedUntil: number;
  /** Since when, epoch ms; not given by older programs, and by those who were never muted. */
  readonly mutedAt?: number;
  /** Who banned them last; `''` for the server, as for the table of a talk. Not given by older programs. */
  readonly bannedBy?: PlayerId | '';
}

/** A pointer to a table that people can join. */
export interface TableCard {
  readonly type: 'table';
  /** What is played there; absent in messages of before there was a second game. */
  readonly game?: string;
  readonly code: string;
  readonly name: string;
}

/** A message as stored and shown. */
export interface Message {
  /** The `seq` of the entry that brought it: its id, and its place. */
  readonly seq: number;
  /** 1, 2, 3… without holes: unread messages are a difference of two of these. */
  readonly no: number;
  /** Epoch ms. */
  readonly at: number;
  readonly author: PlayerId;
  /** `''` when deleted. */
  readonly text: string;
  /** The `seq` of the message it answers, or null. */
  readonly replyTo: number | null;
  readonly mentions: readonly PlayerId[];
  readonly card: TableCard | null;
  readonly audience: Audience;
  /** Epoch ms of the last edit, 0 for never. */
  readonly editedAt: number;
  /** `''` while it stands; otherwise who took it away: the author or a moderator. */
  readonly deletedBy: PlayerId | '';
  /** Emoji → who chose it, in order of time. */
  readonly reactions: Readonly<Record<string, readonly PlayerId[]>>;
}

/** What an owner may set. */
export interface ConversationSettings {
  /** Shown name; direct talks have none. */
  readonly title: string;
  readonly topic: string;
  /** BCP 47 language of a public lobby: `en`, `de`, …; `''` for any. */
  readonly language: string;
  /** Seconds between two messages of one person; 0 for off. */
  readonly slowModeSeconds: number;
  /** Rude words are refused. */
  readonly hasWordFilter: boolean;
}

/** What a message is about, read from the store for commands on older messages; stamped by the server. */
export interface Target {
  readonly seq: number;
  readonly author: PlayerId;
  readonly at: number;
  readonly isDeleted: boolean;
  /** Emoji → who chose it. */
  readonly reactions: Readonly<Record<string, readonly PlayerId[]>>;
  /** How many entries have changed it so far. */
  readonly changes: number;
}

/**
 * Everything that can be asked of a conversation; `by` is stamped by the server, as is `target`.
 *
 * Refusals: `not_member`, `needs_name`, `banned`, `muted` (detail: seconds left), `slow_mode` (detail: seconds left),
 * `too_fast` (detail: seconds left), `newcomer_link`, `rude_words`, `empty_text`, `text_too_long`, `no_message`, `not_author`, `too_late`,
 * `not_allowed` (role too low, or not in this kind), `no_person`, `group_full`, `already_member`, `not_asked`,
 * `too_many_reactions`, `too_many_pins`, `too_many_changes` (of one message), `request_pending` (an answer comes
 * first), `not_open` (not opened yet, or the other person of a direct talk is gone or declined), `no_change`,
 * `unknown_command` (not from the server, or nothing a conversation knows).
 */
export type ConversationCommand =
  | {
      readonly type: 'open';
      readonly kind: ConversationKind;
      /** The first members; the first of a public lobby or a group owns it. The second of a direct talk is asked. */
      readonly members: readonly PlayerId[];
      /** Members who need not be asked (they know the first one, or let everybody write). */
      readonly trusted: readonly PlayerId[];
      readonly settings: ConversationSettings;
    }
  | { readonly type: 'join'; readonly by: Speaker }
  | { readonly type: 'leave'; readonly by: Speaker }
  | { readonly type: 'accept'; readonly by: Speaker }
  | { readonly type: 'decline'; readonly by: Speaker }
  | {
      readonly type: 'invite';
      readonly by: Speaker;
      readonly person: PlayerId;
      /** Need not be asked. */
      readonly isTrusted: boolean;
    }
  | {
      readonly type: 'post';
      readonly by: Speaker;
      readonly text: string;
      readonly replyTo: number | null;
      /** People that the text mentions; the server keeps those who may read it. */
      readonly mentions: readonly PlayerId[];
      readonly card: TableCard | null;
      readonly audience: Audience;
      /** The text has a link. */
      readonly hasLink: boolean;
      readonly isRude: boolean;
    }
  | {
      readonly type: 'edit';
      readonly by: Speaker;
      readonly target: Target;
      readonly text: string;
      readonly mentions: readonly PlayerId[];
      readonly hasLink: boolean;
      readonly isRude: boolean;
    }
  | { readonly type: 'delete'; readonly by: Speaker; readonly target: Target }
  | { readonly type: 'react'; readonly by: Speaker; readonly target: Target; readonly emoji: string }
  | { readonly type: 'unreact'; readonly by: Speaker; readonly target: Target; readonly emoji: string }
  | { readonly type: 'pin'; readonly by: Speaker; readonly target: Target }
  | { readonly type: 'unpin'; readonly by: Speaker; readonly target: Target }
  | { readonly type: 'configure'; readonly by: Speaker; readonly settings: Partial<ConversationSettings> }
  | { readonly type: 'mute'; readonly by: Speaker; readonly person: PlayerId; readonly minutes: number }
  | { readonly type: 'kick'; readonly by: Speaker; readonly person: PlayerId }
  | { readonly type: 'ban'; readonly by: Speaker; readonly person: PlayerId }
  | { readonly type: 'unban'; readonly by: Speaker; readonly person: PlayerId }
  | { readonly type: 'setRole'; readonly by: Speaker; readonly person: PlayerId; readonly role: Role }
  /** The talk at a table follows its seats: these people are members now, the others are not. */
  | { readonly type: 'seat'; readonly members: readonly PlayerId[] }
  /** These people were not in a lobby for long: they take part no more, unless something has to be remembered of them. */
  | { readonly type: 'retire'; readonly members: readonly PlayerId[] }
  /** A person wants to be forgotten: out of the conversation, and everything they wrote is empty from now on. */
  | { readonly type: 'erase'; readonly person: PlayerId };

/** What happened in a conversation. */
export type ConversationEvent =
  | {
      readonly type: 'opened';
      readonly kind: ConversationKind;
      readonly settings: ConversationSettings;
      readonly at: number;
    }
  | { readonly type: 'memberChanged'; readonly member: Membership; readonly by: PlayerId | '' }
  | { readonly type: 'memberErased'; readonly person: PlayerId }
  | { readonly type: 'posted'; readonly message: Omit<Message, 'seq'> }
  | {
      readonly type: 'edited';
      readonly target: number;
      readonly text: string;
      readonly mentions: readonly PlayerId[];
      readonly at: number;
    }
  | { readonly type: 'deleted'; readonly target: number; readonly by: PlayerId }
  | { readonly type: 'reacted'; readonly target: number; readonly emoji: string; readonly by: PlayerId }
  | { readonly type: 'unreacted'; readonly target: number; readonly emoji: string; readonly by: PlayerId }
  | { readonly type: 'pinned'; readonly target: number; readonly by: PlayerId }
  | { readonly type: 'unpinned'; readonly target: number; readonly by: PlayerId }
  | { readonly type: 'configured'; readonly settings: Partial<ConversationSettings>; readonly by: PlayerId };

/** The fold of a conversation: bounded, however long it is. Messages themselves live in the store. */
export interface ConversationState {
  readonly kind: ConversationKind | null;
  readonly settings: ConversationSettings;
  /** Everybody with a standing that must be remembered; who left a public lobby and is not muted is dropped. */
  readonly members: ReadonlyMap<PlayerId, Membership>;
  /** Messages so far. */
  readonly messageCount: number;
  /** `seq` of pinned messages, oldest first. */
  readonly pinned: readonly number[];
  /** Moments of the last messages of people who wrote lately, epoch ms, for slow mode and flood control. */
  readonly lately: ReadonlyMap<PlayerId, readonly number[]>;
}

/** Most people in a group, and in a direct talk two. */
export const MAX_GROUP = 10;
/** Grapheme clusters of one message. */
export const MAX_TEXT = 500;
export const MAX_PINNED = 5;
/** Different emoji under one message. */
export const MAX_EMOJI = 12;
/** Edits and reactions that one message takes; it can always be deleted. */
export const MAX_CHANGES = 500;
/** Messages to somebody who has not answered a request. */
export const MAX_REQUEST = 3;
/** A message can be edited for so long, ms. */
export const EDIT_MS = 24 * 60 * 60 * 1_000;
/** Who joined a public lobby this long ago may send links, ms. */
export const NEWCOMER_MS = 10 * 60 * 1_000;
/** Messages of one person within `FLOOD_MS`. */
export const FLOOD_MESSAGES = 8;
export const FLOOD_MS = 10_000;
