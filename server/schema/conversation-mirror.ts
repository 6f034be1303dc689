import type { ConversationSettings, ConversationState as Folded, Message } from '../../shared/chat/types.ts';
import {
  type ChatPerson,
  KINDS,
  PRESENCES,
  ROLES,
  type WireConversation,
} from '../../shared/protocol/chat-wire.ts';
import { ConversationState, MemberState, MessageState } from './conversation-state.ts';

export const newConversationState = (): ConversationState => new ConversationState();

/** Writes what a conversation is called and how it is kept. */
export function showSettings(state: ConversationState, { kind, settings, pinned }: Folded): void {
  const { title, topic, language, slowModeSeconds, hasWordFilter }: ConversationSettings = settings;
  state.kind = Math.max(0, KINDS.indexOf(kind ?? 'public'));
  Object.assign(state, { title, topic, language, slowModeSeconds, hasWordFilter });
  const isSame = state.pinned.length === pinned.length && pinned.every((seq, i) => state.pinned[i] === seq);
  if (isSame) return;
  state.pinned.clear();
  state.pinned.push(...pinned);
}

/** Adds a message to those that everybody gets, or updates it. */
export function showMessage(state: ConversationState, message: Message): void {
  const key = String(message.seq);
  const known = state.messages.get(key);
  const target = known ?? new MessageState();
  target.seq = message.seq;
  target.no = message.no;
  target.at = message.at;
  target.author = message.author;
  target.text = message.text;
  target.replyTo = message.replyTo ?? 0;
  target.editedAt = message.editedAt;
  target.deletedBy = message.deletedBy;
  target.extra = extraOf(message);
  if (!known) state.messages.set(key, target);
}

export function hideMessage(state: ConversationState, seq: number): void {
  state.messages.delete(String(seq));
}

/** What few messages have, as JSON; `''` for nothing. */
function extraOf({ mentions, card, reactions, audience }: Message): string {
  const extra = {
    ...(mentions.length > 0 && { mentions }),
    ...(card && { card }),
    ...(Object.keys(reactions).length > 0 && { reactions }),
    ...(audience !== 'all' && { audience }),
  };
  return Object.keys(extra).length > 0 ? JSON.stringify(extra) : '';
}

/** What is shown of a member. */
export interface Face extends Pick<ChatPerson, 'name' | 'marker'> {
  readonly role: (typeof ROLES)[number];
  readonly presence: (typeof PRESENCES)[number];
  readonly readNo: number;
}

export function showMember(state: ConversationState, id: string, face: Face): void {
  const known = state.members.get(id);
  const target = known ?? new MemberState();
  target.name = face.name;
  target.marker = face.marker;
  target.role = ROLES.indexOf(face.role);
  target.presence = PRESENCES.indexOf(face.presence);
  target.readNo = face.readNo;
  if (!known) state.members.set(id, target);
}

export function hideMember(state: ConversationState, id: string): boolean {
  return state.members.delete(id);
}

/** A member as they are shown; null when they are not. */
export function shownMember(state: ConversationState, id: string): Face | null {
  const member = state.members.get(id);
  if (!member) return null;
  const { name, marker, readNo } = member;
  return { name, marker, readNo, role: ROLES[member.role]!, presence: PRESENCES[member.presence]! };
}

/** Writes what a member is called, and their marker if it is given; whether that is news. */
export function showName(state: ConversationState, id: string, name: string, marker?: number): boolean {
  const known = state.members.get(id);
  if (!known || (known.name === name && (marker ?? known.marker) === known.marker)) return false;
  known.name = name;
  if (marker !== undefined) known.marker = marker;
  return true;
}

/** Proof for the compiler that the schema is what clients read. */
export const fits = (state: ConversationState): WireConversation => state;
