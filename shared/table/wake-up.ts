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

interface StandIn {
  readonly seat: SeatId;
  readonly at: number;
}

const NOBODY: readonly StandIn[] = [];

/** For whom a bot shall play, and from when on, epoch ms. Never while the host pauses, or nobody is there to play with. */
export function standInsDue<S>(
  state: TableState<S>,
  { standsIn }: Pick<Timed<S>, 'standsIn'>,
): readonly StandIn[] {
  // Asked with every command, and mostly nobody is away.
  if (state.seats.every(({ awaySince }) => awaySince === null)) return NOBODY;
  if (state.phase !== 'playing' || state.pausedSince !== null || !standsIn?.(state.options)) return NOBODY;
  if (!state.seats.some(isPresentHuman)) return NOBODY;
  return state.seats.flatMap(({ id, awaySince, isStoodIn }) => {
    if (awaySince === null || isStoodIn) return [];
    const isPassed = state.passes.filter((seat) => seat === id).length >= STAND_IN_PASSES;
    return [{ seat: id, at: isPassed ? awaySince : awaySince + STAND_IN_MS }];
  });
}

/** The earlier of two moments; null is never. */
const sooner = (one: number | null, other: number | null): number | null =>
  one === null || (other !== null && other < one) ? other : one;

/** The next moment at which something happens by itself at a table, epoch ms, or null. */
export function nextWakeUp<S>(state: TableState<S>, game: Timed<S>): number | null {
  if (state.phase === 'unopened' || state.phase === 'closed') return null;
  // Asked after every command, so nothing is made for it.
  let next = sooner(
    hostIsOverdueAt(state),
    state.emptySince === null ? null : state.emptySince + EMPTY_TABLE_MS,
  );
  if (state.phase === 'playing') {
    next = sooner(next, goesOnAt(state));
    if (state.game !== null) next = sooner(next, tableTime(state, game.deadline(state.game)));
    for (const { at } of standInsDue(state, game)) next = sooner(next, at);
  } else
    for (const { awaySince } of state.seats)
      next = sooner(next, awaySince === null ? null : awaySince + SEAT_GRACE_MS);
  return next;
}
