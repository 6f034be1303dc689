import type { SeatId } from '../../core/ids.ts';
import { COLUMNS, columnOf, distance } from './board.ts';
import { FAMILIES, type Family, familyOf } from './cell-names.ts';
import { HIGHEST, markerPoints } from './scoring.ts';
import type { Cell, GameOptions, Marker, RoundRecord } from './types.ts';

/**
 * What a game tells of those who played it. All of it follows from the rounds as every seat has seen them; rounds that were
 * void say nothing.
 */

/** A round whose color came out. */
type Shown = RoundRecord & { readonly target: Cell };

const shown = (history: readonly RoundRecord[]): readonly Shown[] =>
  history.filter((record): record is Shown => record.target !== null && record.markers.length > 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every two of a list, in its order. */
const pairs = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));

/** Two people, and how far apart their markers for the same clue were on the average, in steps. */
export interface Pair {
  readonly seats: readonly [SeatId, SeatId];
  readonly steps: number;
}

/** So many clues both must have placed for, before anything is said of the two. */
const LEAST_SHARED = 2;

/** Who thinks how much alike, those who do most first; of equal ones whoever sits earlier. From markers alone. */
export function thinkAlike(history: readonly RoundRecord[]): readonly Pair[] {
  const steps = new Map<string, { readonly seats: Pair['seats']; readonly all: number[] }>();
  for (const { markers } of shown(history)) {
    for (const [one, other] of pairs(markers)) {
      if (one.seat === other.seat || one.pass !== other.pass) continue;
      const seats: Pair['seats'] = one.seat < other.seat ? [one.seat, other.seat] : [other.seat, one.seat];
      const key = seats.join(' ');
      const found = steps.get(key) ?? { seats, all: [] };
      found.all.push(distance(one.cell, other.cell));
      steps.set(key, found);
    }
  }
  return [...steps.values()]
    .filter(({ all }) => all.length >= LEAST_SHARED)
    .map(({ seats, all }) => ({ seats, steps: mean(all) }))
    .sort((a, b) => a.steps - b.steps || a.seats[0] - b.seats[0] || a.seats[1] - b.seats[1]);
}

/** A round and how well, or how differently, it was understood. */
export interface Judged {
  readonly record: Shown;
  /** Points of a marker on the average, 0–4; or steps between two markers on the average. */
  readonly value: number;
}

/** The round with the most of something; the earlier of equal ones; null where none has more than nothing. */
function most(rounds: readonly Shown[], measure: (record: Shown) => number): Judged | null {
  let best: Judged | null = null;
  for (const record of rounds) {
    const value = measure(record);
    if (value > (best?.value ?? 0)) best = { record, value };
  }
  return best;
}

/** The clue that brought the most points for each marker; null when no marker brought any. */
export const bestClue = (
  history: readonly RoundRecord[],
  scoring: GameOptions['scoring'] = 'normal',
): Judged | null =>
  most(shown(history), ({ markers, target }) =>
    mean(markers.map(({ cell }) => markerPoints(distance(cell, target), scoring))),
  );

/** The color whose markers of different people lay farthest apart; null where no two differed. */
export const mostDisputed = (history: readonly RoundRecord[]): Judged | null =>
  most(shown(history), ({ markers }) => {
    const apart = pairs(markers).filter(([one, other]) => one.seat !== other.seat);
    return apart.length === 0 ? 0 : mean(apart.map(([one, other]) => distance(one.cell, other.cell)));
  });

/** Columns from one cell to another around the hues, the short way: −15 to 14, positive to the right. */
export const columnsBetween = (from: Cell, to: Cell): number => {
  const half = COLUMNS / 2;
  return ((columnOf(to) - columnOf(from) + COLUMNS + half) % COLUMNS) - half;
};

/** Where somebody places colors of a family: so many columns too far towards another one. */
export interface Drift {
  readonly family: Family['name'];
  /** The neighboring family that their markers lean to. */
  readonly toward: Family['name'];
  /** Positive. */
  readonly columns: number;
}

/** A marker so many columns off was about something else, not about the hue. */
const ASTRAY = 6;
/** So many markers it takes, and so many columns, to say that somebody leans to a side. */
const LEAST_MARKERS = 2;
const LEAST_COLUMNS = 0.5;

/**
 * In which family of hues somebody's markers lean to a side most, and where to; null when nothing can be said. Markers far
 * away from the color do not count.
 */
export function hueDrift(history: readonly RoundRecord[], seat: SeatId): Drift | null {
  const leans = new Map<Family, number[]>();
  for (const { markers, target } of shown(history)) {
    const family = familyOf(target);
    const columns = markers
      .filter((marker) => marker.seat === seat)
      .map(({ cell }) => columnsBetween(target, cell))
      .filter((each) => Math.abs(each) < ASTRAY);
    leans.set(family, [...(leans.get(family) ?? []), ...columns]);
  }
  let most: Drift | null = null;
  for (const [family, columns] of leans) {
    if (columns.length < LEAST_MARKERS) continue;
    const lean = mean(columns);
    if (Math.abs(lean) < Math.max(LEAST_COLUMNS, most?.columns ?? 0)) continue;
    const index = FAMILIES.indexOf(family) + Math.sign(lean);
    const toward = FAMILIES[(index + FAMILIES.length) % FAMILIES.length]!;
    most = { family: family.name, toward: toward.name, columns: Math.abs(lean) };
  }
  return most;
}

/** The marker of a seat that came closest to its color in the whole game; the earliest of equal ones. */
export function closestMarker(
  history: readonly RoundRecord[],
  seat: SeatId,
): { readonly record: Shown; readonly steps: number } | null {
  let best: { readonly record: Shown; readonly steps: number } | null = null;
  for (const record of shown(history)) {
    for (const marker of record.markers) {
      const steps = distance(marker.cell, record.target);
      if (marker.seat === seat && (best === null || steps < best.steps)) best = { record, steps };
    }
  }
  return best;
}

/** How near a seat's best marker of a round was, in steps; `far` where it brought no points, `gave` for whoever gave the clue, `none` without a marker. */
export type Nearness = 0 | 1 | 2 | 3 | 'far' | 'gave' | 'none';

/** How near a seat was in each round; without a seat the best of everybody. It tells neither colors nor words. */
export function nearness(
  history: readonly RoundRecord[],
  seat: SeatId | null,
  scoring: GameOptions['scoring'] = 'normal',
): readonly Nearness[] {
  return history.map((record): Nearness => {
    if (record.giver === seat) return 'gave';
    const { target } = record;
    const mine = record.markers.filter((marker: Marker) => seat === null || marker.seat === seat);
    if (target === null || mine.length === 0) return 'none';
    const steps = Math.min(...mine.map(({ cell }) => distance(cell, target)));
    return steps < HIGHEST[scoring] ? (steps as 0 | 1 | 2 | 3) : 'far';
  });
}
