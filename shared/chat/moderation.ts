import { refuse } from './codes.ts';
import { type Command, type Draft, isAbove, needRole, type Step } from './draft.ts';
import { isMuted } from './state.ts';
import type { ConversationSettings, Speaker } from './types.ts';

const MINUTE_MS = 60_000;

/** Changes settings; only what is different is told. */
export function configure(draft: Draft, { by, settings }: Command<'configure'>): Step {
  const refusal = needRole(draft, by, 'owner');
  if (refusal) return refusal;
  const before: Partial<ConversationSettings> = draft.state.settings;
  const changed = Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => value !== undefined && before[key as keyof ConversationSettings] !== value,
    ),
  );
  if (Object.keys(changed).length === 0) return refuse('no_change');
  draft.add({ type: 'configured', settings: changed, by: by.id });
  return null;
}

/** Forbids to write for some minutes; 0 allows it again. */
export function mute(draft: Draft, { by, person, minutes }: Command<'mute'>): Step {
  const refusal = needPower(draft, by, person);
  if (refusal) return refusal;
  const member = draft.member(person);
  if (minutes === 0 && !(member && isMuted(member, draft.now))) return refuse('no_change');
  if (!isKnown(draft, person)) return refuse('no_person');
  const mutedUntil = minutes === 0 ? 0 : draft.now + minutes * MINUTE_MS;
  draft.change(person, by.id, { mutedUntil, mutedAt: draft.now });
  return null;
}

export function kick(draft: Draft, { by, person }: Command<'kick'>): Step {
  const refusal = needPower(draft, by, person);
  if (refusal) return refusal;
  if (!draft.isInside(person)) return refuse('no_person');
  draft.dismiss(person, by.id, 'kicked');
  return null;
}

/** Keeps somebody out for good. A ban of the server's own becomes that of whoever bans them, too: it lifts its own alone. */
export function ban(draft: Draft, { by, person }: Command<'ban'>): Step {
  const refusal = needPower(draft, by, person);
  if (refusal) return refusal;
  const before = draft.member(person);
  const isTakenOver = before?.bannedBy === '' && by.id !== '';
  if (before?.standing === 'banned' && !isTakenOver) return refuse('no_change');
  if (!isKnown(draft, person)) return refuse('no_person');
  draft.dismiss(person, by.id, 'banned');
  return null;
}

/** Lifts a ban: the person is out, but may come back. */
export function unban(draft: Draft, { by, person }: Command<'unban'>): Step {
  const refusal = needRole(draft, by, 'moderator');
  if (refusal) return refusal;
  if (draft.member(person)?.standing !== 'banned') return refuse('no_change');
  draft.dismiss(person, by.id, 'left');
  return null;
}

/** Gives a role. There is one owner: whoever was it before is a moderator then. */
export function setRole(draft: Draft, { by, person, role }: Command<'setRole'>): Step {
  if (draft.state.kind === 'direct') return refuse('not_allowed');
  const refusal = needRole(draft, by, 'owner');
  if (refusal) return refusal;
  const member = draft.member(person);
  if (member?.standing !== 'active') return refuse('no_person');
  if (member.role === role) return refuse('no_change');
  if (!isAbove(draft, by, person)) return refuse('not_allowed');
  const { owner } = draft;
  if (role === 'owner' && owner) draft.change(owner.id, by.id, { role: 'moderator' });
  draft.change(person, by.id, { role });
  if (member.role === 'owner') draft.handOver(person);
  return null;
}

/** Moderators may act on those below them, never on themselves. */
function needPower(draft: Draft, by: Speaker, person: Speaker['id']): Step {
  const refusal = needRole(draft, by, 'moderator');
  if (refusal) return refusal;
  return person !== by.id && isAbove(draft, by, person) ? null : refuse('not_allowed');
}

/** In private only who was a member; elsewhere anybody may come in, so anybody may be kept out. */
const isKnown = (draft: Draft, person: Speaker['id']): boolean =>
  draft.member(person) !== undefined || draft.state.kind === 'public' || draft.state.kind === 'table';
