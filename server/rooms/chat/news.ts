import type { ChatPerson, WhoMayWrite } from '../../../shared/protocol/chat-wire.ts';
import type { Head, MemberRecord } from './records/records.ts';

/** A mention of one person that is written down, by the message that it is in. */
export interface Mention {
  readonly person: string;
  readonly seq: number;
  readonly no: number;
  readonly author: string;
}

/**
 * What is new in a conversation, said to everybody whose list has it when its records are written. It says all that a
 * list shows, so that nobody reads the store for it.
 */
export interface News {
  readonly conversation: string;
  /** How far the news before went. Whoever knows less has missed some. */
  readonly from: number;
  readonly head: Head;
  readonly mentions: readonly Mention[];
  /** Mentions that were taken back. */
  readonly unmentioned: readonly Pick<Mention, 'person' | 'seq'>[];
  /** Whoever wants to be forgotten, with every mention that they wrote. */
  readonly forgotten: readonly string[];
  /** Whoever takes another part than before. */
  readonly members: readonly { readonly person: string; readonly standing: MemberRecord['standing'] }[];
  /** Who wrote what the head shows; null when that is not known. */
  readonly author: Omit<ChatPerson, 'isGone'> | null;
}

/** What is new for one person alone. */
export type PersonalNews =
  /** Their part in a conversation changed. */
  | { readonly type: 'member'; readonly conversation: string }
  | { readonly type: 'read'; readonly conversation: string; readonly no: number }
  | { readonly type: 'quiet'; readonly conversation: string; readonly isMuted: boolean }
  | { readonly type: 'blocked'; readonly person: string; readonly isBlocked: boolean }
  | { readonly type: 'blockedBy'; readonly person: string; readonly isBlocked: boolean }
  | { readonly type: 'settings'; readonly whoMayWrite: WhoMayWrite };
