import type { Message } from '../../../shared/chat/types.ts';
import { groupMessages } from '../../../shared/chat/unread.ts';
import type { PendingMessage } from '../../net/chat-types.ts';
import { dayWords } from './time.ts';

/** One line of a conversation as it is drawn, from old to new. `isHead`: begins a group, shows who and when. */
export type Item =
  | { readonly type: 'day'; readonly key: string; readonly at: number; readonly words: string }
  | { readonly type: 'new'; readonly key: string }
  | { readonly type: 'message'; readonly key: string; readonly message: Message; readonly isHead: boolean }
  | {
      readonly type: 'pending';
      readonly key: string;
      readonly pending: PendingMessage;
      readonly isHead: boolean;
    };

export interface TimelineContext {
  readonly me: string;
  /** Epoch ms. */
  readonly now: number;
  /** The "New" line stands after the message with this `no`; null for no line. */
  readonly newAfter: number | null;
}

/** Own messages on their way join what was written within this time, ms. */
const GROUP_MS = 5 * 60_000;

/** Lays messages out: days, the "New" line, who begins a group. Own messages on their way come last. */
export function timeline(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  { me, now, newAfter }: TimelineContext,
): readonly Item[] {
  const items: Item[] = [];
  // The line is drawn where it belongs, not at whatever has been fetched first.
  const isLineHere = newAfter !== null && (messages[0]?.no ?? 0) <= newAfter + 1;
  const groups = groupMessages(messages, {
    offsetMinutes: -new Date(now).getTimezoneOffset(),
    readNo: isLineHere ? newAfter : Number.POSITIVE_INFINITY,
  });
  for (const { messages: together, day, startsDay, startsUnread } of groups) {
    const at = together[0]?.at ?? 0;
    if (startsDay) items.push({ type: 'day', key: `day-${day}`, at, words: dayWords(at, now) });
    if (startsUnread) items.push({ type: 'new', key: 'new' });
    together.forEach((message, i) => {
      items.push({ type: 'message', key: `message-${message.seq}`, message, isHead: i === 0 });
    });
  }
  const last = messages.at(-1);
  const isMineLast = last !== undefined && last.author === me && last.deletedBy === '';
  pending.forEach((each, i) => {
    const isHead = i === 0 && !(isMineLast && each.at - last.at < GROUP_MS);
    items.push({ type: 'pending', key: each.id, pending: each, isHead });
  });
  return items;
}
