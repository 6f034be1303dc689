import type { Message } from '../../../shared/chat/types.ts';
import type { ConversationInfo } from '../../net/chat-types.ts';
import { isModerator } from './who-may.ts';

/** Why there is something else in the place of the composer. */
export type ReadOnly =
  /** Only people who chose a name may write. */
  | { readonly type: 'name' }
  /** To be answered first: accept, decline or block. */
  | { readonly type: 'asked' }
  | { readonly type: 'banned' }
  /** Takes no part (any more); of a public lobby only who was in it and is not. */
  | { readonly type: 'outside' }
  /** A moderator said so; until then, epoch ms. */
  | { readonly type: 'muted'; readonly until: number }
  /** Until then, epoch ms. */
  | { readonly type: 'slow'; readonly until: number };

/** Why this person cannot write now; null when they can. Being offline is no reason: messages wait. */
export function readOnlyOf(
  info: ConversationInfo,
  messages: readonly Message[],
  now: number,
): ReadOnly | null {
  const { standing, isNamed, mutedUntil } = info.me;
  if (standing === 'banned') return { type: 'banned' };
  if (standing === 'asked') return { type: 'asked' };
  if (mutedUntil > now) return { type: 'muted', until: mutedUntil };
  if (info.kind === 'table') return null;
  const isInside = standing === 'active' || (info.kind === 'public' && standing === 'none');
  if (!isInside) return { type: 'outside' };
  if (!isNamed) return { type: 'name' };
  const until = slowUntil(info, messages);
  return until > now ? { type: 'slow', until } : null;
}

/** When slow mode lets me write again, epoch ms; 0 when it does not bind me. */
function slowUntil(info: ConversationInfo, messages: readonly Message[]): number {
  const { slowModeSeconds } = info.settings;
  if (slowModeSeconds === 0 || isModerator(info)) return 0;
  const mine = messages.findLast((message) => message.author === info.me.id);
  return mine ? mine.at + slowModeSeconds * 1_000 : 0;
}
