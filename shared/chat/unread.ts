import type { Message } from './types.ts';

const MOST_SHOWN = 99;
/** Messages of one author that follow each other this closely are shown together, ms. */
const GROUP_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a badge says: `''` for none, `99+` for many. */
export const unreadText = (count: number): string =>
  count <= 0 ? '' : count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);

/** The oldest of these messages that somebody has not read, or null. Messages in order. */
export const firstUnread = (messages: readonly Message[], readNo: number): Message | null =>
  messages.find(({ no }) => no > readNo) ?? null;

/** The day of a moment for somebody, in days since 1 January 1970. `offsetMinutes`: what their clock is ahead of UTC. */
export const dayOf = (at: number, offsetMinutes: number): number =>
  Math.floor((at + offsetMinutes * MINUTE_MS) / DAY_MS);

/** Messages shown under one name. */
export interface MessageGroup {
  readonly author: Message['author'];
  readonly messages: readonly Message[];
  readonly day: number;
  /** The first of its day in the list. */
  readonly startsDay: boolean;
  /** Begins with the first unread message. */
  readonly startsUnread: boolean;
}

/** Groups messages that stand in order. A group ends with its author, its day, a pause, and where the unread begin. */
export function groupMessages(
  messages: readonly Message[],
  { offsetMinutes, readNo }: { readonly offsetMinutes: number; readonly readNo: number },
): readonly MessageGroup[] {
  const unread = firstUnread(messages, readNo);
  const groups: (MessageGroup & { messages: Message[] })[] = [];
  let previous: Message | null = null;
  for (const message of messages) {
    const day = dayOf(message.at, offsetMinutes);
    const last = groups.at(-1);
    const isClose = previous !== null && message.at - previous.at < GROUP_MS;
    if (last && isClose && last.author === message.author && last.day === day && message !== unread) {
      last.messages.push(message);
    } else {
      groups.push({
        author: message.author,
        messages: [message],
        day,
        startsDay: last?.day !== day,
        startsUnread: message === unread,
      });
    }
    previous = message;
  }
  return groups;
}
