import { effect } from '@preact/signals';
import { talkMessages as t } from '../../i18n/talk/index.ts';
import type { InboxRow } from '../../net/chat-types.ts';
import { type Notice, noticesBetween, wantsNotices } from '../../store/chat/notices.ts';
import type { Chat } from '../../store/chat/session.ts';
import { pageTitle, totalUnread } from '../../store/chat/unread.ts';
import { go, route } from '../../store/route.ts';

/** Tells somebody who looks elsewhere: what waits in the title of the page, and notices if they are wanted. */
export function announceChat({ inbox }: Chat): void {
  effect(() => {
    const at = route.value;
    const rows = inbox.rows.value;
    if (at.page === 'table') return;
    const here = at.page === 'chat' ? rows.find((row) => row.conversation === at.conversation) : undefined;
    const title = pageTitle(totalUnread(rows), here?.title ?? (at.page === 'chat' ? t.chat : ''));
    // A table that is being left puts its own title away first.
    setTimeout(() => {
      if (route.peek() === at) document.title = title;
    }, 0);
  });
  /** Null until the list is there: what waited before is no news. */
  let before: readonly InboxRow[] | null = null;
  effect(() => {
    const rows = inbox.rows.value;
    if (!before && inbox.connection.value !== 'live') return;
    if (before && wantsNotices.peek() && document.hidden)
      for (const notice of noticesBetween(before, rows)) show(notice);
    before = rows;
  });
}

function show({ conversation, title, body, tag }: Notice): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  try {
    const notification = new Notification(title, { body, tag });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
      go({ page: 'chat', conversation });
    });
  } catch {
    // Phones show notices of service workers only.
  }
}
