import {
  FLOOD_MESSAGES,
  FLOOD_MS,
  MAX_REQUEST,
  type Message,
  type Role,
} from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatConnection, ChatMember, ConversationInfo } from '../../net/chat-types.ts';
import { spanWords } from './time.ts';

export type ChatState = ChatConnection['connection']['value'];

/** What the banner says while the connection is not good; null while it is. */
export function bannerWords(state: ChatState): string | null {
  switch (state) {
    case 'live':
    case 'saving':
    case 'connecting':
      return null;
    case 'moving':
      return t.moving;
    case 'reconnecting':
      return t.reconnecting;
    case 'offline':
      return t.connectionOffline;
    case 'astray':
      return t.astray;
    case 'busy':
    case 'updating':
      return t.busy;
    case 'outdated':
      return t.outdated;
    case 'takenOver':
      return t.takenOver;
    case 'full':
      return t.full;
    case 'kicked':
      return t.kicked;
    case 'banned':
      return t.banned;
    case 'gone':
    case 'notFound':
      return t.noConversation;
  }
}

/** How a message of mine is doing that is not stored yet. */
export function pendingWords(at: {
  readonly isLive: boolean;
  /** I know a color that others look for: what I write waits. */
  readonly isKept: boolean;
  /** What waits is still there when this page is opened again. */
  readonly isLasting: boolean;
  /** Nothing of mine is before it. */
  readonly isNext: boolean;
  /** Seconds until the next one is tried because I write fast; null at a good pace. */
  readonly pacedSeconds: number | null;
  readonly slowModeSeconds: number;
}): string {
  if (!at.isLive) return t.waitsForConnection(at.isLasting);
  if (at.isKept) return t.waitsForReveal(at.isLasting);
  if (at.pacedSeconds === null) return t.sending;
  if (!at.isNext) return t.waitsItsTurn;
  const pace =
    at.slowModeSeconds > 0
      ? { messages: 1, span: spanWords(at.slowModeSeconds) }
      : { messages: FLOOD_MESSAGES, span: spanWords(FLOOD_MS / 1_000) };
  return t.sendingSlowly(pace, at.pacedSeconds > 0 ? spanWords(at.pacedSeconds) : '');
}

/** `Ana is typing…`, `Ana and Ben are typing…`, `Several people are typing…`, or `''`. */
export function typingWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length > 3) return t.severalTyping;
  return t.typing(names);
}

export const presenceWords = (presence: ChatMember['presence']): string => t[presence];

export const roleWords = (role: Role): string => (role === 'member' ? '' : t[role]);

/** The name of a table's talk: the server calls it `Table ABCD`. */
export const tableTitle = (title: string): string => {
  const code = /^Table ([A-Z]+)$/.exec(title)?.[1];
  return code === undefined ? title || t.table : t.tableCode(code);
};

/** The name of a conversation; of a direct talk, the other person's, as the list calls them, also after leaving it. */
export function titleOf(info: ConversationInfo, listed = ''): string {
  if (info.kind === 'table') return tableTitle(info.settings.title);
  if (info.kind !== 'direct') return info.settings.title;
  return listed || (peerOf(info)?.name ?? t.deletedAccount);
}

/** The other person of a direct talk. */
export const peerOf = (info: ConversationInfo): ChatMember | null =>
  (info.kind === 'direct' && info.members.find((member) => member.id !== info.me.id)) || null;

/**
 * What somebody is doing. Whether the other person of a direct talk is here at all is what the list says (`online`), so
 * that list and talk never contradict each other.
 */
export function presenceIn(
  { kind, me }: ConversationInfo,
  { id, presence }: ChatMember,
  online: ReadonlySet<string>,
): ChatMember['presence'] {
  if (kind !== 'direct' || id === me.id) return presence;
  if (!online.has(id)) return 'offline';
  return presence === 'offline' ? 'online' : presence;
}

/**
 * What somebody should know who wrote first and has no answer; `''` everywhere else.
 * @param listed what the list calls the other person: `''` for a deleted account, null while they are not in it
 */
export function unansweredWords(
  info: ConversationInfo,
  messages: readonly Message[],
  listed: string | null,
): string {
  const isUnanswered =
    info.kind === 'direct' &&
    info.me.standing === 'active' &&
    peerOf(info) === null &&
    listed !== '' &&
    messages.every((message) => message.author === info.me.id);
  if (!isUnanswered) return '';
  return t.unanswered(listed ?? '', MAX_REQUEST);
}

/** The line under the title: topic and how many are here, or what the other person is doing. */
export function aboutWords(info: ConversationInfo, online: ReadonlySet<string>): string {
  const peer = peerOf(info);
  if (info.kind === 'direct') return peer ? presenceWords(presenceIn(info, peer, online)) : '';
  const here = t.onlineCount(info.online);
  return info.settings.topic === '' ? here : `${info.settings.topic} · ${here}`;
}

/** Members as the list shows them: who is here first, then by role and name. */
export function memberList(members: readonly ChatMember[]): readonly ChatMember[] {
  const rank = (member: ChatMember) =>
    (member.presence === 'offline' ? 10 : 0) + ['owner', 'moderator', 'member'].indexOf(member.role);
  return [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

/** How far (`no`) the other person of a direct talk has read; 0 elsewhere. */
export function seenUpTo(info: ConversationInfo): number {
  return peerOf(info)?.readNo ?? 0;
}
