import { goesOnAt, tableTime } from './pause.ts';
import { isPresentHuman, type TableState } from './state.ts';
import type { Seat } from './types.ts';

/** An absent host keeps the office this long, ms. */
export const HOST_GRACE_MS = 20_000;
/** An absent person keeps the seat this long while no game runs, ms. */
export const SEAT_GRACE_MS = 60_000;
/** Who is away for so long when a game starts does not take part, ms. A page that is loaded again is back sooner. */
export const START_GRACE_MS = 5_000;
/** A table where nobody is connected closes after this long, ms. */
export const EMPTY_TABLE_MS = 120_000;

/** Whether somebody is away for more than a moment. */
export const isLongAway = ({ awaySince }: Seat, now: number): boolean =>
  awaySince !== null && now >= awaySince + START_GRACE_MS;

/** When an absent host loses the office, epoch ms; null while nobody is there to take over. */
export const hostIsOverdueAt = <S>(state: TableState<S>): number | null => {
  const host = state.seats.find((seat) => seat.id === state.host);
  if (!host || host.awaySince === null || !state.seats.some(isPresentHuman)) return null;
  return host.awaySince + HOST_GRACE_MS;
};

/** The next moment at which something happens by itself at a table, epoch ms, or null. */
export function nextWakeUp<S>(state: TableState<S>, gameDeadline: (game: S) => number | null): number | null {
  if (state.phase === 'unopened' || state.phase === 'closed') return null;
  const times: (number | null)[] = [
    hostIsOverdueAt(state),
    state.emptySince === null ? null : state.emptySince + EMPTY_TABLE_MS,
  ];
  if (state.phase === 'playing')
    times.push(goesOnAt(state), state.game === null ? null : tableTime(state, gameDeadline(state.game)));
  else
    for (const seat of state.seats)
      times.push(seat.awaySince === null ? null : seat.awaySince + SEAT_GRACE_MS);
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
