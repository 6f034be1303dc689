/** What tests of chat are made of: one of each, changed where it matters. */

import type { ChatMember, ConversationInfo, InboxRow, PendingMessage } from '../../client/net/chat-types.ts';
import type { Message } from '../../shared/chat/types.ts';
import { playerId } from '../../shared/core/ids.ts';

export const ME = playerId('person-ben');
export const ANA = playerId('person-ana');
export const CLEO = playerId('person-cleo');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** Noon, so that an hour more or less is the same day anywhere. */
export const NOON = new Date(2025, 5, 10, 12).getTime();

export const row = (patch: Partial<InboxRow> = {}): InboxRow => ({
  conversation: 'lobby-lobby',
  kind: 'public',
  title: 'Lobby',
  peer: '',
  marker: 0,
  standing: 'active',
  role: 'member',
  isMuted: false,
  invitedBy: '',
  lastNo: 10,
  readNo: 10,
  unread: Math.max(0, (patch.lastNo ?? 10) - (patch.readNo ?? 10)),
  mentions: 0,
  lastAt: NOON,
  lastAuthor: 'Dev',
  isLastMine: false,
  preview: 'hello',
  ...patch,
});

export const message = (no: number, patch: Partial<Message> = {}): Message => ({
  seq: no * 2,
  no,
  at: NOON + no * 1_000,
  author: ANA,
  text: `text ${no}`,
  replyTo: null,
  mentions: [],
  card: null,
  audience: 'all',
  editedAt: 0,
  deletedBy: '',
  reactions: {},
  ...patch,
});

export const pending = (patch: Partial<PendingMessage> = {}): PendingMessage => ({
  id: 'a',
  text: 'on its way',
  replyTo: null,
  mentions: [],
  table: null,
  at: NOON,
  state: 'sending',
  refusal: null,
  ...patch,
});

type InfoPatch = Partial<Omit<ConversationInfo, 'me'>> & { me?: Partial<ConversationInfo['me']> };

export const info = ({ me, ...patch }: InfoPatch = {}): ConversationInfo => ({
  conversation: 'lobby-lobby',
  kind: 'public',
  settings: { title: 'Lobby', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: true },
  online: 3,
  members: [],
  pinned: [],
  typing: [],
  lastNo: 0,
  readNo: 0,
  ...patch,
  me: { id: ME, standing: 'active', role: 'member', isNamed: true, mutedUntil: 0, audience: 'all', ...me },
});

export const member = (id: string, name: string, patch: Partial<ChatMember> = {}): ChatMember => ({
  id,
  name,
  marker: 0,
  isGone: false,
  role: 'member',
  presence: 'online',
  readNo: 0,
  ...patch,
});
