import type { GameAbout } from '../../shared/core/about.ts';
import { seatLimits } from '../../shared/core/rules.ts';
import type { GameWords } from '../games/game.ts';
import { table } from '../i18n/table/index.ts';
import { faceOf, type MySeat, presentCount, type View } from './faces.ts';

/** How many can play. */
type Seats = Pick<GameAbout, 'minSeats' | 'maxSeats'>;

/** How many can play at a table with the options it has. */
export function seatsAt({ about, seatsWith }: GameWords, { options }: View): Seats {
  const { min, max } = seatLimits(seatsWith ? { ...about, seatsWith } : about, options);
  return { minSeats: min, maxSeats: max };
}

/**
 * About how long a game at a table takes, with the options it has or others: with those who sit there, and as many people
 * more as are missing. Null where the game does not say.
 */
export function durationAt(game: GameWords, view: View, options: unknown = view.options): string | null {
  const { minSeats } = seatsAt(game, { ...view, options });
  const bots = view.seats.filter(({ kind }) => kind === 'bot').length;
  const people = Math.max(view.seats.length, minSeats) - bots;
  return game.duration?.(options, people, bots) ?? null;
}

/** What stands above a table before its first game. */
export function heading({ minSeats }: Seats, view: View, isHost: boolean): string {
  if (presentCount(view) < minSeats)
    return view.visibility === 'public' ? table.waitingForPlayers : table.waitingForFriends;
  return isHost ? table.readyHost : table.ready;
}

/** Why a game cannot start yet, or who starts it. */
export function footnote({ minSeats, maxSeats }: Seats, view: View, me: MySeat): string {
  const missing = minSeats - presentCount(view);
  const isHost = me !== null && me === view.host;
  if (missing > 0) {
    const needed = (isHost ? table.needsMoreHost : table.needsMore)(minSeats, maxSeats, missing);
    const away = view.seats.filter(({ awaySince }) => awaySince !== null);
    if (away.length === 0) return needed;
    return needed + table.areAway(away.map(({ id }) => faceOf(view, id, me).name));
  }
  const isFull = view.seats.filter(({ kind }) => kind === 'human').length >= maxSeats;
  if (isHost) return table.youStart(isFull);
  return table.hostStarts(view.host === null ? null : faceOf(view, view.host, me).name, isFull);
}
