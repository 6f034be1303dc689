import type { SeatId } from '../core/ids.ts';
import { goesOnAt, tableTime } from './pause.ts';
import { isPresentHuman, type TableState } from './state.ts';
import type { Seat } from './types.ts';

/** An absent host keeps the office this long, ms. */
export const HOST_GRACE_MS = 20_000;
/** An absent person keeps the seat this long while no game runs, ms. */
export const SEAT_GRACE_MS = 60_000;
/** Who is away for so long when a game starts does not take part, ms. A page that is loaded again is back sooner. */
export const START_GRACE_MS = 5_000;
/** A bot plays for who is away so long, ms, if the host allows; or who was passed so often. */
export const STAND_IN_MS = 60_000;
export const STAND_IN_PASSES = 2;
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

/** What a table must know of its game to know when something happens. */
interface Timed<S> {
  deadline(game: S): number | null;
  standsIn?(options: unknown): boolean;
}

/** For whom a bot shall play, and from when on, epoch ms. Never while the host pauses, or nobody is there to play with. */
export function standInsDue<S>(
  state: TableState<S>,
  { standsIn }: Pick<Timed<S>, 'standsIn'>,
): readonly { readonly seat: SeatId; readonly at: number }[] {
  if (state.phase !== 'playing' || state.pausedSince !== null || !standsIn?.(state.options)) return [];
  if (!state.seats.some(isPresentHuman)) return [];
  return state.seats.flatMap(({ id, awaySince, isStoodIn }) => {
    if (awaySince === null || isStoodIn) return [];
    const isPassed = state.passes.filter((seat) => seat === id).length >= STAND_IN_PASSES;
    return [{ seat: id, at: isPassed ? awaySince : awaySince + STAND_IN_MS }];
  });
}

/** The next moment at which something happens by itself at a table, epoch ms, or null. */
export function nextWakeUp<S>(state: TableState<S>, game: Timed<S>): number | null {
  if (state.phase === 'unopened' || state.phase === 'closed') return null;
  const times: (number | null)[] = [
    hostIsOverdueAt(state),
    state.emptySince === null ? null : state.emptySince + EMPTY_TABLE_MS,
  ];
  if (state.phase === 'playing') {
    times.push(goesOnAt(state), state.game === null ? null : tableTime(state, game.deadline(state.game)));
    times.push(...standInsDue(state, game).map(({ at }) => at));
  } else
    for (const seat of state.seats)
      times.push(seat.awaySince === null ? null : seat.awaySince + SEAT_GRACE_MS);
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
