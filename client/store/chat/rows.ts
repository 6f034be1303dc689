import { unreadText } from '../../../shared/chat/unread.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { InboxRow } from '../../net/chat-types.ts';
import { initialIn } from '../letters.ts';
import { shortTime } from './time.ts';
import { isRequest, unreadOf } from './unread.ts';
import { tableTitle } from './words.ts';

/** A conversation as a line of the list. */
export interface Row {
  readonly conversation: string;
  readonly kind: InboxRow['kind'];
  readonly title: string;
  readonly initial: string;
  /** The marker of the other person; null where a letter stands for a room. */
  readonly marker: number | null;
  /** The other person deleted their account. */
  readonly isGone: boolean;
  /** The other person is here now; null where that is not shown. */
  readonly isOnline: boolean | null;
  readonly preview: string;
  readonly at: number;
  readonly time: string;
  /** `3`, `99+`, or `''` for nothing unread. */
  readonly badge: string;
  /** Somebody mentioned me. */
  readonly isMentioned: boolean;
  readonly isMuted: boolean;
  /** Everything above in words, for who does not see it. */
  readonly spoken: string;
}

/** Somebody who has not been answered yet. */
export interface RequestRow {
  readonly conversation: string;
  readonly peer: string;
  readonly title: string;
  readonly marker: number;
  readonly words: string;
  /** Who asks; `''` when that is not known. */
  readonly asker: string;
}

/** The letter that stands for a lobby or a group. */
export const letterOf = (title: string): string => initialIn(title, '#');

/** A talk of two has the name of the other person, as long as there is one. */
const isGone = ({ kind, title }: InboxRow): boolean => kind === 'direct' && title === '';

function titleIn(row: InboxRow): string {
  if (row.kind === 'table') return tableTitle(row.title);
  return isGone(row) ? t.deletedAccount : row.title;
}

const isListed = (row: InboxRow): boolean => row.standing === 'active';

/** What `listRows` needs to know besides the rows. */
export interface ListContext {
  readonly online: ReadonlySet<string>;
  readonly now: number;
  /** Letters that titles must have; `''` for all. */
  readonly search: string;
}

/** The lines of the list, newest first. */
export function listRows(rows: readonly InboxRow[], { online, now, search }: ListContext): readonly Row[] {
  const sought = search.trim().toLocaleLowerCase('en');
  return rows
    .filter((row) => isListed(row) && titleIn(row).toLocaleLowerCase('en').includes(sought))
    .map((row) => rowOf(row, online, now));
}

function rowOf(row: InboxRow, online: ReadonlySet<string>, now: number): Row {
  const unread = unreadOf(row);
  const isMentioned = row.mentions > 0 && unread > 0;
  const isOnline = row.kind === 'direct' ? online.has(row.peer) : null;
  const author = row.isLastMine ? t.you : row.kind === 'direct' ? '' : row.lastAuthor;
  const spoken = [
    isOnline === null ? '' : isOnline ? t.online : t.offline,
    unread > 0 ? t.unreadMessages(unread) : '',
    isMentioned ? t.mentionsYou : '',
    row.isMuted ? t.muted : '',
  ].filter(Boolean);
  return {
    conversation: row.conversation,
    kind: row.kind,
    title: titleIn(row),
    initial: letterOf(row.title),
    marker: row.kind === 'direct' ? row.marker : null,
    isGone: isGone(row),
    isOnline,
    preview: author === '' || row.preview === '' ? row.preview : t.lineBy(author, row.preview),
    at: row.lastAt,
    time: shortTime(row.lastAt, now),
    badge: unreadText(unread),
    isMentioned,
    isMuted: row.isMuted,
    spoken: spoken.join(', '),
  };
}

/** People and groups that ask to be answered, newest first. */
export function requestRows(rows: readonly InboxRow[]): readonly RequestRow[] {
  return rows.filter(isRequest).map(({ conversation, peer, title, marker, kind, invitedBy }) => ({
    conversation,
    peer,
    title,
    marker,
    words: kind === 'direct' ? t.wantsToWrite : invitedBy === '' ? t.invited : t.invitedBy(invitedBy),
    asker: kind === 'direct' ? title : invitedBy,
  }));
}
