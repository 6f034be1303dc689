import type { PlayerId } from '../core/ids.ts';
import { refuse } from './codes.ts';
import { type Command, Draft, needRole, type Step } from './draft.ts';
import { isMuted } from './state.ts';
import { type ConversationState, MAX_GROUP, type Membership, type Role, type Speaker } from './types.ts';

/** Opens a conversation with its first members. A direct talk has two; a group has an owner and guests. */
export function open(draft: Draft, { kind, members, trusted, settings }: Command<'open'>): Step {
  const people = [...new Set(members)];
  if (kind === 'direct' && people.length !== 2) return refuse('no_person');
  if (kind === 'group' && people.length === 0) return refuse('no_person');
  if (kind === 'group' && people.length > MAX_GROUP) return refuse('group_full');
  draft.add({ type: 'opened', kind, settings, at: draft.now });
  const mustBeAsked = kind === 'direct' || kind === 'group';
  people.forEach((id, i) => {
    const role: Role = i === 0 && (kind === 'public' || kind === 'group') ? 'owner' : 'member';
    const isAsked = mustBeAsked && i > 0 && !trusted.includes(id);
    draft.change(id, '', { role, standing: isAsked ? 'asked' : 'active' });
  });
  return null;
}

/** Comes in: anybody in public, whoever was asked, and back into a direct talk. */
export function join(draft: Draft, by: Speaker): Step {
  const { kind } = draft.state;
  const standing = draft.member(by.id)?.standing;
  if (kind === 'table') return refuse('not_allowed');
  if (standing === 'active') return refuse('already_member');
  if (standing === 'banned' && !(by.isOperator && kind === 'public')) return refuse('banned');
  if (!by.isNamed) return refuse('needs_name');
  if (kind === 'group' && standing !== 'asked') return refuse('not_member');
  if (kind === 'direct' && standing === undefined) return refuse('not_member');
  draft.activate(by.id, by.id);
  return null;
}

/** Goes away. Whoever was asked says no by it. */
export function leave(draft: Draft, by: Speaker): Step {
  if (draft.state.kind === 'table') return refuse('not_allowed');
  if (draft.member(by.id)?.standing === 'asked') return decline(draft, by);
  if (!draft.isActive(by.id)) return refuse('not_member');
  draft.dismiss(by.id, by.id, 'left');
  return null;
}

export function accept(draft: Draft, by: Speaker): Step {
  if (draft.member(by.id)?.standing !== 'asked') return refuse('not_asked');
  draft.activate(by.id, by.id);
  return null;
}

export function decline(draft: Draft, by: Speaker): Step {
  if (draft.member(by.id)?.standing !== 'asked') return refuse('not_asked');
  draft.dismiss(by.id, by.id, 'kicked');
  return null;
}

/** The owner of a group asks somebody in, who is asked first unless trusted; whoever was here before always is. */
export function invite(draft: Draft, { by, person, isTrusted }: Command<'invite'>): Step {
  if (draft.state.kind !== 'group') return refuse('not_allowed');
  const refusal = needRole(draft, by, 'owner');
  if (refusal) return refusal;
  if (draft.isInside(person)) return refuse('already_member');
  const known = draft.member(person)?.standing;
  if (known === 'banned') return refuse('no_person');
  const inside = [...draft.state.members.keys()].filter((id) => draft.isInside(id));
  if (inside.length >= MAX_GROUP) return refuse('group_full');
  if (isTrusted && known === undefined) draft.activate(person, by.id);
  else draft.change(person, by.id, { standing: 'asked' });
  return null;
}

/** Whether an invitation would be taken by the rules above. */
export const mayInvite = (state: ConversationState, by: Speaker, person: PlayerId): boolean =>
  invite(new Draft(state, 0), { type: 'invite', by, person, isTrusted: false }) === null;

/** The members at a table are those who sit there. A ban outlasts it. */
export function seat(draft: Draft, members: readonly PlayerId[]): Step {
  if (draft.state.kind !== 'table') return refuse('not_allowed');
  const seated = new Set(members);
  for (const { id, standing } of [...draft.state.members.values()]) {
    if (standing === 'active' && !seated.has(id)) draft.dismiss(id, '', 'left');
  }
  for (const id of seated) {
    const standing = draft.member(id)?.standing;
    if (standing !== 'active' && standing !== 'banned') draft.activate(id, '');
  }
  return null;
}

/** Whether somebody who stays away may be dropped: roles, bans and mutes in force are remembered. */
export const mayRetire = (member: Membership, now: number): boolean =>
  member.standing === 'active' && member.role === 'member' && !isMuted(member, now);

/** Lets those go who only passed by. They come back as everybody comes in. */
export function retire(draft: Draft, members: readonly PlayerId[]): Step {
  if (draft.state.kind !== 'public') return refuse('not_allowed');
  for (const id of members) {
    const member = draft.member(id);
    if (member && mayRetire(member, draft.now)) draft.dismiss(id, '', 'left');
  }
  return null;
}

/** Forgets a person. Never refused: who is not here any more may have written all the same. */
export function erase(draft: Draft, person: PlayerId): Step {
  const wasOwner = draft.owner?.id === person;
  draft.add({ type: 'memberErased', person });
  if (wasOwner) draft.handOver(person);
  // Where nobody is left, nobody is asked in any more.
  const members = [...draft.state.members.values()];
  if (members.some(({ standing }) => standing === 'active')) return null;
  for (const { id, standing } of members) if (standing === 'asked') draft.dismiss(id, '', 'left');
  return null;
}
