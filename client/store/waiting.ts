import type { GameAbout } from '../../shared/core/about.ts';
import { seatLimits } from '../../shared/core/rules.ts';
import type { GameWords } from '../games/game.ts';
import { faceOf, type MySeat, manyWords, presentCount, type View } from './faces.ts';

/** How many can play. */
type Seats = Pick<GameAbout, 'minSeats' | 'maxSeats'>;

/** How many can play at a table with the options it has. */
export function seatsAt({ about, seatsWith }: GameWords, { options }: View): Seats {
  const { min, max } = seatLimits(seatsWith ? { ...about, seatsWith } : about, options);
  return { minSeats: min, maxSeats: max };
}

/** What stands above a table before its first game. */
export function heading({ minSeats }: Seats, view: View, isHost: boolean): string {
  if (presentCount(view) < minSeats)
    return view.visibility === 'public' ? 'Waiting for players' : 'Waiting for friends';
  return isHost ? 'Ready when you are' : 'Ready to start';
}

/** Why a game cannot start yet, or who starts it. */
export function footnote({ minSeats, maxSeats }: Seats, view: View, me: MySeat): string {
  const missing = minSeats - presentCount(view);
  const isHost = me !== null && me === view.host;
  if (missing > 0) {
    const who = missing === 1 ? 'one more' : `${missing} more`;
    const bots = isHost ? ' Bots can take the empty seats; they give them up when somebody comes.' : '';
    return `${manyWords(minSeats, maxSeats)} can play, so this needs ${who}.${bots}`;
  }
  const isFull = view.seats.filter(({ kind }) => kind === 'human').length >= maxSeats;
  const others = isFull ? 'Others may watch.' : 'Others may still join.';
  if (isHost) return `You can start now. ${others}`;
  return `${view.host === null ? 'The host' : faceOf(view, view.host, me).name} starts the game. ${others}`;
}
