import type { Audience } from '../../shared/chat/audience.ts';
import type { ConversationKind, Message, TableCard } from '../../shared/chat/types.ts';
import { type PlayerId, playerId } from '../../shared/core/ids.ts';
import {
  KINDS,
  PRESENCES,
  ROLES,
  type WireConversation,
  type WireInbox,
  type WireMessage,
} from '../../shared/protocol/chat-wire.ts';
import type { WireMap } from '../../shared/protocol/wire.ts';
import type { ChatMember, ConversationInfo, InboxRow } from './chat-types.ts';

/** What the state of a conversation's room says to everybody in it. */
export interface Conversation
  extends Pick<
    ConversationInfo,
    'kind' | 'settings' | 'online' | 'members' | 'pinned' | 'typing' | 'lastNo'
  > {
  readonly kind: ConversationKind;
  /** The last entry this state includes. */
  readonly seq: number;
  /** The newest messages, oldest first. */
  readonly messages: readonly Message[];
}

/** What few messages have. */
interface Extra {
  readonly mentions?: readonly PlayerId[];
  readonly card?: TableCard;
  readonly reactions?: Readonly<Record<string, readonly PlayerId[]>>;
  readonly audience?: Audience;
}

/** Reads a decoded state. The last reading lends its messages that are the same, so that nothing is drawn again. */
export function readConversation(wire: WireConversation, last: readonly Message[] = []): Conversation {
  const known = new Map(last.map((message) => [message.seq, message]));
  return {
    kind: KINDS[wire.kind] ?? 'public',
    settings: {
      title: wire.title,
      topic: wire.topic,
      language: wire.language,
      slowModeSeconds: wire.slowModeSeconds,
      hasWordFilter: wire.hasWordFilter,
    },
    online: wire.online,
    members: membersOf(wire),
    pinned: valuesOf(wire.pinned),
    typing: keysOf(wire.typing),
    lastNo: wire.lastNo,
    seq: wire.seq,
    messages: valuesOf(wire.messages)
      .map((message) => readMessage(message, known.get(message.seq)))
      .sort((a, b) => a.seq - b.seq),
  };
}

function membersOf(wire: WireConversation): ChatMember[] {
  const members: ChatMember[] = [];
  wire.members.forEach((member, id) => {
    members.push({
      id,
      name: member.name,
      marker: member.marker,
      isGone: false,
      role: ROLES[member.role] ?? 'member',
      presence: PRESENCES[member.presence] ?? 'offline',
      readNo: member.readNo,
    });
  });
  return members;
}

/** What each message's `extra` was read from; reading JSON at every patch would be in vain. */
const extras = new WeakMap<Message, string>();

function readMessage(wire: WireMessage, last: Message | undefined): Message {
  if (
    last &&
    last.editedAt === wire.editedAt &&
    last.deletedBy === wire.deletedBy &&
    last.text === wire.text &&
    extras.get(last) === wire.extra
  ) {
    return last;
  }
  const extra: Extra = wire.extra === '' ? {} : JSON.parse(wire.extra);
  const message: Message = {
    seq: wire.seq,
    no: wire.no,
    at: wire.at,
    author: playerId(wire.author),
    text: wire.text,
    replyTo: wire.replyTo === 0 ? null : wire.replyTo,
    mentions: extra.mentions ?? [],
    card: extra.card ?? null,
    audience: extra.audience ?? 'all',
    editedAt: wire.editedAt,
    deletedBy: wire.deletedBy === '' ? '' : playerId(wire.deletedBy),
    reactions: extra.reactions ?? {},
  };
  extras.set(message, wire.extra);
  return message;
}

/** Reads the rows of an inbox, newest first. */
export function readRows(wire: WireInbox): InboxRow[] {
  return valuesOf(wire.rows)
    .map((row): InboxRow => JSON.parse(row))
    .sort((a, b) => b.lastAt - a.lastAt || (a.conversation < b.conversation ? -1 : 1));
}

/** The keys of a map that says yes. */
export function keysOf(map: WireMap<boolean>): string[] {
  const out: string[] = [];
  map.forEach((isSo, key) => {
    if (isSo) out.push(key);
  });
  return out;
}

function valuesOf<T>(list: { forEach(visit: (value: T) => void): void }): T[] {
  const out: T[] = [];
  list.forEach((value) => {
    out.push(value);
  });
  return out;
}
