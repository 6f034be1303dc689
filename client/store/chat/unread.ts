import { unreadText } from '../../../shared/chat/unread.ts';
import type { InboxRow } from '../../net/chat-types.ts';

/** Messages of a conversation that wait for me; none where I take no part (any more). */
export const unreadOf = (row: InboxRow): number => (row.standing === 'active' ? row.unread : 0);

/** Somebody, or a group, waits for an answer. Who opened a talk and has written nothing in it has not asked yet. */
export const isRequest = ({ standing, kind, lastNo }: InboxRow): boolean =>
  standing === 'asked' && (kind !== 'direct' || lastNo > 0);

/** What the button of chat counts: unread messages, of muted conversations the mentions only, and requests. */
export function totalUnread(rows: readonly InboxRow[]): number {
  let total = 0;
  for (const row of rows) {
    if (isRequest(row)) total += 1;
    else total += row.isMuted ? Math.min(row.mentions, unreadOf(row)) : unreadOf(row);
  }
  return total;
}

/** `(3) Lobby · Color Clues`. */
export function pageTitle(unread: number, title: string): string {
  const name = title === '' ? 'Color Clues' : `${title} · Color Clues`;
  return unread > 0 ? `(${unreadText(unread)}) ${name}` : name;
}
