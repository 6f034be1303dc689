import { MAX_TEXT, type Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatPerson, ConversationInfo } from '../../net/chat-types.ts';
import { countLetters } from '../letters.ts';
import { messageActions } from './who-may.ts';

/** The beginning of a name that is being typed: `@an` before the caret. `start` is where the `@` stands. */
export function mentionAt(text: string, caret: number): { start: number; prefix: string } | null {
  const found = /(?:^|[\s(])@([^\s@]{0,20})$/.exec(text.slice(0, caret));
  const prefix = found?.[1];
  return prefix === undefined ? null : { start: caret - prefix.length - 1, prefix };
}

/** A text in which the beginning of a name has become the name; `caret` stands behind it. */
export function withMention(
  text: string,
  { start, prefix }: { start: number; prefix: string },
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(start + prefix.length + 1).trimStart(), caret: before.length };
}

/** Letters from which on the room is counted. */
const COUNTED = 50;
/** UTF-16 units up to which letters are counted at every key; what is longer is far too long in any case. */
const EXACT = 20_000;

/** What is left of a message's room in letters, near the end of it only; negative when it is too long. */
export function roomLeft(text: string): number | null {
  if (text.length <= MAX_TEXT - COUNTED) return null;
  const left = MAX_TEXT - (text.length > EXACT ? text.length : countLetters(text.trim()));
  return left <= COUNTED ? left : null;
}

/** `12 left`, `2,007 too many`; `''` far from the end of the room. */
export function roomWords(left: number | null): string {
  if (left === null) return '';
  return left < 0 ? t.tooMany(-left) : t.roomLeft(left);
}

/** Why a text cannot be sent as it is, and what to do; `''` when it fits. Nothing of it is thrown away. */
export function tooLongWords(left: number | null): string {
  if (left === null || left >= 0) return '';
  return t.tooLong(MAX_TEXT, -left);
}

/** Everybody who can be mentioned: members and whoever wrote, without oneself. */
export function mentionable(
  info: ConversationInfo,
  people: ReadonlyMap<string, ChatPerson>,
): readonly ChatPerson[] {
  const found = new Map<string, ChatPerson>();
  for (const person of [...info.members, ...people.values()])
    if (!person.isGone && person.id !== info.me.id) found.set(person.id, person);
  return [...found.values()];
}

/** The own message that ArrowUp in an empty composer edits; null when there is none that may be. */
export function lastEditable(
  info: ConversationInfo,
  messages: readonly Message[],
  now: number,
): Message | null {
  const mine = messages.findLast((message) => message.author === info.me.id && message.deletedBy === '');
  return mine && messageActions(info, mine, now).includes('edit') ? mine : null;
}

/** How far own messages of a talk between two have come, by `seq`: the newest, and the newest that was seen. */
export function ownStatus(
  info: ConversationInfo,
  messages: readonly Message[],
  seenNo: number,
): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  if (info.kind !== 'direct') return words;
  const mine = messages.filter((message) => message.author === info.me.id && message.deletedBy === '');
  const newest = mine.at(-1);
  const seen = mine.findLast((message) => message.no <= seenNo);
  if (newest) words.set(newest.seq, t.sent);
  if (seen) words.set(seen.seq, t.seen);
  return words;
}
