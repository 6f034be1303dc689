import { skipFrom } from '../../shared/core/skip.ts';
import type { GameWords, Played } from '../games/game.ts';
import type { MySeat, View } from './faces.ts';

/** The view of a table at which a game has begun, else null. */
export const played = (view: View | null): Played | null => (view?.game == null ? null : view);

/** Whether the host holds the game: nobody moves, and no clock runs. */
export const isHeld = (view: View): boolean => view.pausedSince !== null;

/** Whether the table waits for this seat. */
export function isMyMove(game: GameWords, view: View | null, me: MySeat): boolean {
  const running = view?.phase === 'playing' ? played(view) : null;
  return me !== null && running !== null && !isHeld(running) && game.wait(running).seats.includes(me);
}

/**
 * From when on this seat, the host's, may go on without whoever is waited for, epoch ms. Null where others are not waited
 * for, or the host is.
 */
export function skipAt(game: GameWords, view: Played, me: MySeat): number | null {
  if (me === null || me !== view.host || view.phase !== 'playing' || isHeld(view)) return null;
  const { seats, since, spanMs } = game.wait(view);
  if (since === null || seats.length === 0 || seats.includes(me)) return null;
  const awaySince = view.seats.filter(({ id }) => seats.includes(id)).map((seat) => seat.awaySince);
  // While somebody is away the wait may end before its clock does: half of that counts.
  return skipFrom({ since, until: spanMs === null ? null : since + spanMs, awaySince });
}

/** Whether this seat, the host's, may go on without whoever is waited for, and no clock does. */
export const maySkip = (game: GameWords, view: Played, me: MySeat): boolean =>
  skipAt(game, view, me) !== null && game.wait(view).until === null;

/** When an absent player who is waited for will be passed over, epoch ms; null while nobody is. */
export function passedAt({ wait, absence }: GameWords, view: Played): number | null {
  if (isHeld(view)) return null;
  const { seats, until, spanMs } = wait(view);
  const awaited = view.seats.filter((seat) => seats.includes(seat.id)).map(({ awaySince }) => awaySince);
  const since = awaited.filter((each) => each !== null);
  // Nobody is passed while somebody who is here is waited for, too.
  if (!absence || since.length === 0 || since.length < awaited.length) return null;
  const away = Math.max(...since);
  if (absence.graceMs === null) return until;
  if (until === null || spanMs === null) return away + absence.graceMs;
  return Math.min(until, Math.max(away, until - spanMs) + absence.graceMs);
}
