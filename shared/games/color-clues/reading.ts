import type { SeatId } from '../../core/ids.ts';
import { distance } from './board.ts';
import type { Cell } from './types.ts';

/** A marker of a round that is over. */
export interface PlacedMarker {
  readonly seat: SeatId;
  readonly cell: Cell;
}

/** Who read whom in a round: the one thing about it that is worth a sentence. */
export type Reading =
  /** These were on the very color. */
  | { readonly kind: 'exact'; readonly seats: readonly SeatId[] }
  /** Nobody was on it, but everybody, two at least, was one step away. */
  | { readonly kind: 'all' }
  /** These two thought alike, of the same cell or of two beside each other. */
  | {
      readonly kind: 'alike';
      readonly seats: readonly [SeatId, SeatId];
      readonly cells: readonly [Cell, Cell];
    }
  /** These came closest, so many steps away. */
  | { readonly kind: 'closest'; readonly seats: readonly SeatId[]; readonly steps: number }
  /** Nobody was even near: the closest was so many steps away. */
  | { readonly kind: 'nobody'; readonly steps: number };

/** From so many steps on, nobody has read anybody. */
const FAR = 5;

/** What markers tell of a round, in the order given; null where nobody has placed one. */
export function readingOf(markers: readonly PlacedMarker[], target: Cell): Reading | null {
  const seats = [...new Set(markers.map(({ seat }) => seat))];
  const stepsOf = (seat: SeatId): number =>
    Math.min(...markers.filter((each) => each.seat === seat).map(({ cell }) => distance(cell, target)));
  if (seats.length === 0) return null;
  const exact = seats.filter((seat) => stepsOf(seat) === 0);
  if (exact.length > 0) return { kind: 'exact', seats: exact };
  if (seats.length > 1 && seats.every((seat) => stepsOf(seat) <= 1)) return { kind: 'all' };
  const alike = closestPair(markers);
  if (alike) return alike;
  const steps = Math.min(...seats.map(stepsOf));
  if (steps >= FAR) return { kind: 'nobody', steps };
  return { kind: 'closest', seats: seats.filter((seat) => stepsOf(seat) === steps), steps };
}

/** Two markers of different people on one cell, else on two that touch; null where there are none. */
function closestPair(markers: readonly PlacedMarker[]): Extract<Reading, { kind: 'alike' }> | null {
  for (const steps of [0, 1]) {
    for (const [index, one] of markers.entries()) {
      const other = markers
        .slice(index + 1)
        .find(({ seat, cell }) => seat !== one.seat && distance(cell, one.cell) === steps);
      if (other) return { kind: 'alike', seats: [one.seat, other.seat], cells: [one.cell, other.cell] };
    }
  }
  return null;
}
