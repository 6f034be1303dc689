import {
  FLOOD_MESSAGES,
  FLOOD_MS,
  MAX_REQUEST,
  type Message,
  type Role,
} from '../../../shared/chat/types.ts';
import type { ChatConnection, ChatMember, ConversationInfo } from '../../net/chat-types.ts';
import { listOf } from '../faces.ts';
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
      return 'Moving…';
    case 'reconnecting':
      return 'Reconnecting… messages wait here.';
    case 'offline':
      return 'Offline: messages wait here.';
    case 'astray':
      return 'This address leads to a wrong server: messages wait here. Tell whoever runs it.';
    case 'busy':
    case 'updating':
      return 'The server is busy: messages wait here.';
    case 'outdated':
      return 'Chat was updated. Please reload the page.';
    case 'takenOver':
      return 'Chat is open in another tab.';
    case 'full':
      return 'This conversation is full right now.';
    case 'kicked':
      return 'You were removed from this conversation.';
    case 'banned':
      return 'You were banned from this conversation.';
    case 'gone':
    case 'notFound':
      return 'There is no such conversation.';
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
  const here = at.isLasting ? '' : ', while this page stays open: this browser keeps nothing';
  if (!at.isLive) return `Waits for the connection${here}`;
  if (at.isKept) return `Waits for the reveal${here}`;
  if (at.pacedSeconds === null) return 'Sending…';
  if (!at.isNext) return 'Waits its turn';
  const why =
    at.slowModeSeconds > 0
      ? `one message in ${spanWords(at.slowModeSeconds)}`
      : `${FLOOD_MESSAGES} messages in ${spanWords(FLOOD_MS / 1_000)}`;
  const when = at.pacedSeconds > 0 ? `in ${spanWords(at.pacedSeconds)}` : 'now';
  return `Sending slowly, at most ${why}: this one goes ${when}`;
}

/** What a person is called when nothing is known of them. */
export const GONE = 'Deleted account';

/** `Ana is typing…`, `Ana and Ben are typing…`, `Several people are typing…`, or `''`. */
export function typingWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length > 3) return 'Several people are typing…';
  return `${listOf(names)} ${names.length === 1 ? 'is' : 'are'} typing…`;
}

const PRESENCE: Readonly<Record<ChatMember['presence'], string>> = {
  online: 'online',
  away: 'away',
  playing: 'in a game',
  offline: 'offline',
};

export const presenceWords = (presence: ChatMember['presence']): string => PRESENCE[presence];

const ROLES: Readonly<Record<Role, string>> = { owner: 'owner', moderator: 'moderator', member: '' };

export const roleWords = (role: Role): string => ROLES[role];

/** The name of a conversation; of a direct talk, the other person's, as the list calls them, also after leaving it. */
export function titleOf(info: ConversationInfo, listed = ''): string {
  if (info.kind !== 'direct') return info.settings.title || 'Table';
  return listed || (peerOf(info)?.name ?? GONE);
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

/** What somebody should know who wrote first and has no answer; `''` everywhere else. */
export function unansweredWords(info: ConversationInfo, messages: readonly Message[], listed = ''): string {
  const isUnanswered =
    info.kind === 'direct' &&
    info.me.standing === 'active' &&
    peerOf(info) === null &&
    messages.every((message) => message.author === info.me.id);
  if (!isUnanswered) return '';
  return `${listed || 'This person'} must accept first. Until then you can write ${MAX_REQUEST} messages in all, which are shown when they do.`;
}

/** The line under the title: topic and how many are here, or what the other person is doing. */
export function aboutWords(info: ConversationInfo, online: ReadonlySet<string>): string {
  const peer = peerOf(info);
  if (info.kind === 'direct') return peer ? presenceWords(presenceIn(info, peer, online)) : '';
  const here = `${info.online} online`;
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
