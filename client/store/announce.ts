import { describeCell } from './cells.ts';
import { faceOf, type MySeat, type View } from './faces.ts';
import { sentence } from './sentence.ts';

/** What a screen reader is told when one view follows another; null when nothing of note changed. */
export function announcement(before: View | null, after: View | null, me: MySeat): string | null {
  if (!after) return null;
  const [was, is] = [before?.game ?? null, after.game];
  if (after.phase === 'waiting') return seatsChanged(before, after);
  if (!is) return null;
  const isSame =
    was &&
    was.stage === is.stage &&
    was.round === is.round &&
    was.pass === is.pass &&
    was.giver === is.giver &&
    was.queue[0] === is.queue[0];
  if (isSame) return null;
  const now = sentence(after, me);
  const clue =
    was?.clues.length !== is.clues.length && is.clues.length > 0 ? `Clue: ${is.clues.join(', ')}.` : '';
  if (is.stage === 'reveal') {
    if (is.target === null) return `${now.large}. ${now.about}`;
    const gain = now.gain === null ? '' : `You get ${now.gain}.`;
    return `It was ${describeCell(is.target)}. ${gain}`.trim();
  }
  if (now.large === '') return `${clue} ${now.now}.`.trim();
  return `${now.large}. ${now.about}`.trim();
}

function seatsChanged(before: View | null, after: View): string | null {
  const old = new Set(before?.seats.map((seat) => seat.id));
  const joined = after.seats.filter((seat) => !old.has(seat.id));
  if (before === null || joined.length === 0) return null;
  return joined.map((seat) => `${faceOf(after, seat.id, null).name} sat down.`).join(' ');
}

/** Seconds at which a running clock is spoken. */
export const SPOKEN_SECONDS: readonly number[] = [30, 10, 5];
