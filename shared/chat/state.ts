import type { PlayerId } from '../core/ids.ts';
import { assertNever } from '../core/result.ts';
import { isWithin } from '../core/time.ts';
import {
  type ConversationEvent,
  type ConversationState,
  FLOOD_MESSAGES,
  FLOOD_MS,
  type Membership,
  type Message,
} from './types.ts';

/** A conversation before it is opened. */
export const initialConversation: ConversationState = {
  kind: null,
  settings: { title: '', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: false },
  members: new Map(),
  messageCount: 0,
  pinned: [],
  lately: new Map(),
};

/** Applies one fact. */
export function evolveConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'opened':
      return { ...state, kind: event.kind, settings: event.settings };
    case 'memberChanged':
      return { ...state, members: withMember(state, event.member) };
    case 'memberErased':
      return {
        ...state,
        members: without(state.members, event.person),
        lately: without(state.lately, event.person),
      };
    case 'posted':
      return {
        ...state,
        messageCount: event.message.no,
        members: withoutForgotten(state, event.message.at),
        lately: withMoment(state, event.message),
      };
    case 'edited':
    case 'reacted':
    case 'unreacted':
      return state;
    case 'deleted':
    case 'unpinned':
      return state.pinned.includes(event.target)
        ? { ...state, pinned: state.pinned.filter((seq) => seq !== event.target) }
        : state;
    case 'pinned':
      return { ...state, pinned: [...state.pinned, event.target] };
    case 'configured':
      return { ...state, settings: { ...state.settings, ...event.settings } };
    default:
      return assertNever(event);
  }
}

/** Whether somebody may not write now. */
export const isMuted = ({ mutedUntil, mutedAt }: Membership, now: number): boolean =>
  mutedAt === undefined ? now < mutedUntil : isWithin(mutedAt, mutedUntil - mutedAt, now);

/** Whoever takes part in no way need not be remembered where everybody may come in. */
const isOut = ({ kind }: ConversationState, { standing }: Membership): boolean =>
  (kind === 'public' || kind === 'table') && (standing === 'left' || standing === 'kicked');

function withMember(state: ConversationState, member: Membership): ConversationState['members'] {
  if (isOut(state, member) && member.mutedUntil === 0) return without(state.members, member.id);
  return new Map(state.members).set(member.id, member);
}

/** Without those who were kept for a mute that is over. */
function withoutForgotten(state: ConversationState, now: number): ConversationState['members'] {
  const forgotten = [...state.members.values()].filter(
    (member) => isOut(state, member) && !isMuted(member, now),
  );
  return forgotten.reduce((members, { id }) => without(members, id), state.members);
}

function withMoment(
  { lately, settings }: ConversationState,
  { author, at }: Pick<Message, 'author' | 'at'>,
): ConversationState['lately'] {
  const since = at - Math.max(FLOOD_MS, settings.slowModeSeconds * 1_000);
  const kept = new Map<PlayerId, readonly number[]>();
  for (const [id, moments] of lately) {
    const recent = moments.filter((moment) => moment > since);
    if (recent.length > 0) kept.set(id, recent);
  }
  return kept.set(author, [...(kept.get(author) ?? []), at].slice(-FLOOD_MESSAGES));
}

function without<V>(map: ReadonlyMap<PlayerId, V>, id: PlayerId): ReadonlyMap<PlayerId, V> {
  if (!map.has(id)) return map;
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}
