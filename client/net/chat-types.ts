import type { ReadonlySignal } from '@preact/signals';
import type { Audience } from '../../shared/chat/audience.ts';
import type {
  ConversationKind,
  ConversationSettings,
  Message,
  Role,
  Standing,
} from '../../shared/chat/types.ts';
import type { Result } from '../../shared/core/result.ts';
import type { ChatWish } from '../../shared/protocol/chat.ts';
import type {
  ChatPerson,
  InboxRow,
  LobbyRow,
  MessagePage,
  Presence,
  SearchHit,
  WhoMayWrite,
} from '../../shared/protocol/chat-wire.ts';
import type { ConnectionState, Refusal } from './types.ts';

export type { ChatWish } from '../../shared/protocol/chat.ts';
export type { ChatPerson, InboxRow, LobbyRow, Presence } from '../../shared/protocol/chat-wire.ts';

/** Somebody in the open conversation. */
export interface ChatMember extends ChatPerson {
  readonly role: Role;
  readonly presence: Presence | 'offline';
  /** How far this person read (`no`); 0 in public lobbies. */
  readonly readNo: number;
}

/** An own message on its way: `sending` until it is stored, `failed` when the server refused it. */
export interface PendingMessage {
  readonly id: string;
  readonly text: string;
  readonly replyTo: number | null;
  readonly mentions: readonly string[];
  /** Code of a table that it invites to, or null. */
  readonly table: string | null;
  /** Epoch ms, this device's clock. */
  readonly at: number;
  readonly state: 'sending' | 'failed';
  /** Why it failed. */
  readonly refusal: Refusal | null;
}

/** What the server knows of the open conversation besides its messages. */
export interface ConversationInfo {
  readonly conversation: string;
  readonly kind: ConversationKind;
  readonly settings: ConversationSettings;
  readonly online: number;
  readonly members: readonly ChatMember[];
  readonly me: {
    readonly id: string;
    readonly standing: Standing | 'none';
    readonly role: Role;
    readonly isNamed: boolean;
    /** May not write before, epoch ms by the server's clock. */
    readonly mutedUntil: number;
    /** Whom a message of mine is for now: `all`, or at a table my side, while somebody there knows a secret. */
    readonly audience: Audience;
  };
  readonly pinned: readonly number[];
  /** People who are writing now, without me. */
  readonly typing: readonly string[];
  /** Number of the newest message. */
  readonly lastNo: number;
  /** How far I have read (`no`) when this page opened the conversation; where the "New" line stands. */
  readonly readNo: number;
}

/** A living connection to one conversation. Messages are in order, without gaps between the oldest and the newest. */
export interface ChatConnection {
  readonly info: ReadonlySignal<ConversationInfo | null>;
  readonly connection: ReadonlySignal<ConnectionState | 'banned' | 'outdated'>;
  readonly messages: ReadonlySignal<readonly Message[]>;
  /** Everybody that messages speak of, by id. */
  readonly people: ReadonlySignal<ReadonlyMap<string, ChatPerson>>;
  /** Whether there are older messages than the first of `messages`. */
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly pending: ReadonlySignal<readonly PendingMessage[]>;
  /** I write faster than the server takes it: when my next message is tried, epoch ms of this device; null at a good pace. */
  readonly pacedUntil: ReadonlySignal<number | null>;
  /** Fetches one more page; resolves when it is in `messages`. */
  loadOlder(): Promise<Result<void, Refusal>>;
  /** Fetches what is needed so that the message with this `seq` is in `messages`. */
  loadAround(seq: number): Promise<Result<void, Refusal>>;
  /** Puts a message into the outbox: it survives a reload, and is sent once, in order. */
  post(draft: Pick<PendingMessage, 'text' | 'replyTo' | 'mentions' | 'table'>): void;
  retry(id: string): void;
  discard(id: string): void;
  /** Everything but messages: done at once or refused. */
  ask(wish: Exclude<ChatWish, { type: 'post' }>): Promise<Result<void, Refusal>>;
  /** Call on every keystroke; tells the server at most once in 3 s. */
  typing(): void;
  /** The reader has seen everything up to this message. */
  read(no: number): void;
  setPresence(presence: Presence): void;
  /** Who may not come in any more; for whoever looks after the conversation. */
  banned(): Promise<Result<readonly ChatPerson[], Refusal>>;
  report(seq: number, reason: string): Promise<Result<void, Refusal>>;
  rejoin(): void;
  close(): void;
}

/** All my conversations, in step with every other tab. One per page. */
export interface Inbox {
  /** Newest first. */
  readonly rows: ReadonlySignal<readonly InboxRow[]>;
  readonly blocked: ReadonlySignal<ReadonlySet<string>>;
  readonly whoMayWrite: ReadonlySignal<WhoMayWrite>;
  /** Ids of people of my direct talks who are here now. */
  readonly online: ReadonlySignal<ReadonlySet<string>>;
  readonly connection: ReadonlySignal<ConnectionState | 'outdated'>;
  close(): void;
}

export interface ChatApi {
  lobbies(search: string): Promise<Result<readonly LobbyRow[], Refusal>>;
  createLobby(lobby: {
    name: string;
    title: string;
    topic: string;
    language: string;
  }): Promise<Result<{ conversation: string }, Refusal>>;
  createGroup(group: {
    title: string;
    people: readonly string[];
  }): Promise<Result<{ conversation: string }, Refusal>>;
  openDirect(person: string): Promise<Result<{ conversation: string }, Refusal>>;
  messages(
    conversation: string,
    page: { before: number } | { after: number } | null,
  ): Promise<Result<MessagePage, Refusal>>;
  search(query: string): Promise<Result<readonly SearchHit[], Refusal>>;
  block(person: string, isBlocked: boolean): Promise<Result<void, Refusal>>;
  muteConversation(conversation: string, isMuted: boolean): Promise<Result<void, Refusal>>;
  /** Whom I have blocked, with their names. */
  blockedPeople(): Promise<Result<readonly ChatPerson[], Refusal>>;
  setWhoMayWrite(who: WhoMayWrite): Promise<Result<void, Refusal>>;
  inbox(): Inbox;
  connect(conversation: string): ChatConnection;
}
