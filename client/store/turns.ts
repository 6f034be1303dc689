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

/** Whether this seat, the host's, may go on without whoever is waited for: others, and no clock runs. */
export function maySkip(game: GameWords, view: Played, me: MySeat): boolean {
  if (me === null || me !== view.host || view.phase !== 'playing' || isHeld(view)) return false;
  const { seats, until } = game.wait(view);
  return seats.length > 0 && until === null && !seats.includes(me);
}

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
