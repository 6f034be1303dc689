import { type Signal, signal } from '@preact/signals';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { InboxRow } from '../../net/chat-types.ts';
import { isRequest, unreadOf } from './unread.ts';

const KEY = 'color-clues:chat-notices';

/** Whether this browser shows a notice when somebody writes to me; off until somebody asks for it. */
export const wantsNotices: Signal<boolean> = signal(read());

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

/** Turns notices on or off for this browser; on needs the browser's leave. Resolves to whether they are as wished. */
export async function setNotices(isOn: boolean): Promise<boolean> {
  if (isOn && !(await isAllowed())) return false;
  wantsNotices.value = isOn;
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
  return true;
}

async function isAllowed(): Promise<boolean> {
  if (!('Notification' in globalThis)) return false;
  return (await Notification.requestPermission()) === 'granted';
}

/** A notice for somebody who looks elsewhere. */
export interface Notice {
  readonly conversation: string;
  readonly title: string;
  readonly body: string;
  /** The same in every tab, so that the browser shows it once. */
  readonly tag: string;
}

/** What happened between two states of the list that is worth a notice: mentions, private messages, requests. */
export function noticesBetween(before: readonly InboxRow[], after: readonly InboxRow[]): readonly Notice[] {
  const known = new Map(before.map((row) => [row.conversation, row]));
  return after.flatMap((row) => {
    const was = known.get(row.conversation);
    const tag = `${row.conversation} ${row.lastNo}`;
    const notice = (title: string, body: string) => [{ conversation: row.conversation, title, body, tag }];
    if (isRequest(row)) return was && isRequest(was) ? [] : notice(row.title, t.noticeRequest);
    if (!was || row.lastNo <= was.lastNo || unreadOf(row) <= unreadOf(was)) return [];
    if (row.mentions > was.mentions) return notice(t.noticeMention(row.lastAuthor || row.title), row.preview);
    const isPrivate = row.kind === 'direct' || row.kind === 'group';
    return isPrivate && !row.isMuted ? notice(row.title, row.preview) : [];
  });
}
