import { isWithin } from '../core/time.ts';
import { refuse } from './codes.ts';
import { type Command, type Draft, hasRole, type Step } from './draft.ts';
import { isMuted } from './state.ts';
import { isTooLong } from './text.ts';
import {
  FLOOD_MESSAGES,
  FLOOD_MS,
  MAX_REQUEST,
  type Membership,
  NEWCOMER_MS,
  type Speaker,
} from './types.ts';

/** Whether this person may say anything here now. */
export function needVoice(draft: Draft, by: Speaker): Step {
  const { kind } = draft.state;
  const member = draft.member(by.id);
  if (member?.standing === 'banned' && !by.isOperator) return refuse('banned');
  if (member && isMuted(member, draft.now) && !by.isOperator) {
    return refuse('muted', secondsUntil(draft, member.mutedUntil));
  }
  if (kind === 'table') return null;
  if (!by.isNamed) return refuse('needs_name');
  if (kind === 'public') return null;
  if (!draft.isInside(by.id)) return refuse('not_member');
  const peer = peerOf(draft, by)?.standing;
  const isPeerGone = peer === undefined || peer === 'kicked' || peer === 'banned';
  return kind === 'direct' && isPeerGone ? refuse('not_open') : null;
}

/** Reactions and edits are for those who take part already. */
export const needPart = (draft: Draft, by: Speaker): Step =>
  draft.isActive(by.id) || draft.state.kind === 'table' ? null : refuse('not_member');

/** A stranger gets few words before the other person answers. */
export const needAnswer = (draft: Draft, by: Speaker): Step =>
  peerOf(draft, by)?.standing === 'asked' && draft.state.messageCount >= MAX_REQUEST
    ? refuse('request_pending')
    : null;

/** Flood control binds everybody, slow mode does not bind moderators. */
export function needPatience(draft: Draft, by: Speaker): Step {
  const moments = draft.state.lately.get(by.id) ?? [];
  const inFlood = moments.filter((at) => isWithin(at, FLOOD_MS, draft.now));
  const eldest = inFlood.at(-FLOOD_MESSAGES);
  if (eldest !== undefined) return refuse('too_fast', secondsUntil(draft, eldest + FLOOD_MS));
  const slowMs = draft.state.settings.slowModeSeconds * 1_000;
  const last = moments.findLast((at) => isWithin(at, slowMs, draft.now));
  if (last === undefined || hasRole(draft, by, 'moderator')) return null;
  return refuse('slow_mode', secondsUntil(draft, last + slowMs));
}

/** Whether these words may be said here by this person. */
export function needFitText(draft: Draft, { by, text, hasLink, isRude }: Command<'post' | 'edit'>): Step {
  if (isTooLong(text)) return refuse('text_too_long');
  if (draft.state.settings.hasWordFilter && isRude) return refuse('rude_words');
  const joinedAt = draft.isActive(by.id) ? (draft.member(by.id)?.joinedAt ?? draft.now) : draft.now;
  const isNewcomer = draft.state.kind === 'public' && isWithin(joinedAt, NEWCOMER_MS, draft.now);
  return hasLink && isNewcomer && !hasRole(draft, by, 'moderator') ? refuse('newcomer_link') : null;
}

/** The other person of a direct talk. */
export function peerOf(draft: Draft, by: Speaker): Membership | undefined {
  if (draft.state.kind !== 'direct') return undefined;
  return [...draft.state.members.values()].find(({ id }) => id !== by.id);
}

const secondsUntil = (draft: Draft, at: number): string => String(Math.ceil((at - draft.now) / 1_000));
