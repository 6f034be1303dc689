import type { GameWords } from '../games/game.ts';
import { table } from '../i18n/table/index.ts';
import { faceOf, type MySeat, type View } from './faces.ts';
import { played } from './turns.ts';

/** What a screen reader is told when one view follows another; null when nothing of note changed. */
export function announcement(
  game: GameWords,
  before: View | null,
  after: View | null,
  me: MySeat,
): string | null {
  if (!after) return null;
  if (after.phase === 'waiting') return seatsChanged(before, after);
  const is = played(after);
  if (!is) return null;
  if (game.announcement) return game.announcement(before, is, me);
  const was = played(before);
  const said = spoken(game, is, me);
  return was && spoken(game, was, me) === said ? null : said;
}

/** The sentence above the board, as it is read aloud. */
function spoken(game: GameWords, view: NonNullable<ReturnType<typeof played>>, me: MySeat): string {
  const { now, about, large, said = [] } = game.sentence(view, me);
  return [now, said.length > 0 ? said.join(', ') : large, about].filter(Boolean).join('. ');
}

function seatsChanged(before: View | null, after: View): string | null {
  const old = new Set(before?.seats.map((seat) => seat.id));
  const joined = after.seats.filter((seat) => !old.has(seat.id));
  if (before === null || joined.length === 0) return null;
  return joined.map((seat) => table.satDown(faceOf(after, seat.id, null).name)).join(' ');
}

/** Seconds at which a running clock is spoken. */
export const SPOKEN_SECONDS: readonly number[] = [30, 10, 5];
