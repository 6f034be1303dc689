import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { LobbyRow } from '../../net/chat-types.ts';
import { languageName } from '../languages.ts';
import { isYesterday, shortTime } from './time.ts';

/** `Is that teal? · English · active 21:03`. */
export function lobbyAbout(row: LobbyRow, now: number): string {
  const parts = [
    row.topic,
    row.language === '' ? '' : languageName(row.language),
    activityOf(row.activeAt, now),
  ];
  return parts.filter(Boolean).join(' · ');
}

function activityOf(at: number, now: number): string {
  if (at === 0) return t.new;
  return isYesterday(at, now) ? t.activeYesterday : t.active(shortTime(at, now));
}

/** How long somebody can be made to wait between two messages, seconds. */
export const SLOW_MODES: readonly number[] = [0, 10, 30, 60, 300, 3_600];
