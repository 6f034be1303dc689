import type { LobbyRow } from '../../net/chat-types.ts';
import { languageName } from '../languages.ts';
import { shortTime } from './time.ts';

/** `Is that teal? · English · active 21:03`. */
export function lobbyAbout(row: LobbyRow, now: number): string {
  const parts = [
    row.topic,
    row.language === '' ? '' : languageName(row.language),
    row.activeAt === 0 ? 'new' : `active ${shortTime(row.activeAt, now).replace('Yesterday', 'yesterday')}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The name that a title gets in an address: `Color theory!` → `color-theory`; 3 to 24 characters or `''`. */
export function nameFor(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  return name.length < 3 ? '' : name;
}

/** The name in the address of a lobby; `''` for other conversations. */
export const lobbyNameOf = (conversation: string): string => /^lobby-(.*)$/.exec(conversation)?.[1] ?? '';

/** A title that gets this name in an address: `color-theory` → `Color theory`. */
export function titleFor(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** How long somebody waits between two messages. */
export const SLOW_MODES: readonly { readonly seconds: number; readonly label: string }[] = [
  { seconds: 0, label: 'Off' },
  { seconds: 10, label: 'One message in 10 s' },
  { seconds: 30, label: 'One message in 30 s' },
  { seconds: 60, label: 'One message a minute' },
  { seconds: 300, label: 'One message in 5 min' },
  { seconds: 3_600, label: 'One message an hour' },
];
