import { EDIT_MS, type Message, type Role } from '../../../shared/chat/types.ts';
import type { ConversationInfo } from '../../net/chat-types.ts';

/** What can be done about a message. */
export type MessageAction = 'react' | 'reply' | 'copy' | 'edit' | 'pin' | 'unpin' | 'delete' | 'report';

/** What can be done about a person. */
export type PersonAction =
  | 'write'
  | 'mention'
  | 'mute'
  | 'kick'
  | 'ban'
  | 'makeModerator'
  | 'makeMember'
  | 'makeOwner'
  | 'block'
  | 'unblock';

const RANK: Readonly<Record<Role, number>> = { member: 0, moderator: 1, owner: 2 };

/** Whether I look after this conversation. Nobody does in a talk between two. */
export const isModerator = (info: ConversationInfo): boolean =>
  info.kind !== 'direct' && info.me.standing === 'active' && RANK[info.me.role] > 0;

/** Whether I may change how the conversation is set up. */
export const mayConfigure = (info: ConversationInfo): boolean =>
  (info.kind === 'public' || info.kind === 'group') &&
  info.me.standing === 'active' &&
  info.me.role === 'owner';

/** Whether I belong to it with a name: what reactions, edits and pins need. */
export const takesPart = (info: ConversationInfo): boolean =>
  info.kind === 'table' || (info.me.standing === 'active' && info.me.isNamed);

/** In a talk between two both may pin. */
const mayPin = (info: ConversationInfo): boolean =>
  isModerator(info) || (info.kind === 'direct' && takesPart(info));

/** Whether a message may be marked or changed now: while something is secret at a table, only what no other side can see. */
export const isOpenToChange = ({ audience }: Message, { me }: ConversationInfo): boolean =>
  me.audience === 'all' || audience === me.audience;

/** What I can do about a message, in the order of the menu. `now` in epoch ms. */
export function messageActions(
  info: ConversationInfo,
  message: Message,
  now: number,
): readonly MessageAction[] {
  if (message.deletedBy !== '') return [];
  const isMine = message.author === info.me.id;
  const speaks = takesPart(info);
  const isOpen = isOpenToChange(message, info);
  const actions: MessageAction[] = [];
  if (speaks && isOpen) actions.push('react');
  if (speaks) actions.push('reply');
  if (message.text !== '') actions.push('copy');
  if (speaks && isOpen && isMine && message.card === null && now - message.at < EDIT_MS) actions.push('edit');
  if (isOpen && mayPin(info)) actions.push(info.pinned.includes(message.seq) ? 'unpin' : 'pin');
  if (isOpen && (isMine || isModerator(info))) actions.push('delete');
  if (!isMine) actions.push('report');
  return actions;
}

const rankOf = (info: ConversationInfo, person: string): number =>
  RANK[info.members.find((member) => member.id === person)?.role ?? 'member'];

/** A person as far as a menu needs to know. */
export interface About {
  readonly id: string;
  readonly isGone: boolean;
  readonly isBlocked: boolean;
}

/** What I can do about a person in this conversation, in the order of the menu. */
export function personActions(info: ConversationInfo, about: About): readonly PersonAction[] {
  if (about.id === info.me.id || about.isGone) return [];
  const actions: PersonAction[] = [];
  if (info.kind !== 'direct' && !about.isBlocked) actions.push('write');
  if (info.kind !== 'direct' && takesPart(info)) actions.push('mention');
  const theirs = rankOf(info, about.id);
  if (isModerator(info) && theirs < RANK[info.me.role]) {
    actions.push('mute', 'kick', 'ban');
    if (info.me.role === 'owner') actions.push(theirs === 0 ? 'makeModerator' : 'makeMember', 'makeOwner');
  }
  actions.push(about.isBlocked ? 'unblock' : 'block');
  return actions;
}

/** For how long somebody can be muted, minutes. */
export const MUTES: readonly number[] = [10, 60, 1_440];
