import type { Counts, SeatCounts } from '../../core/replay.ts';
import { distance } from './board.ts';
import { type GameState, roundOf } from './state.ts';
import type { GameEvent } from './types.ts';

/**
 * What is counted of a person. Of guessing: `markers`, the sum of their distances in cells, those `near` (at most one step
 * away) and `exact`. Of giving: `given` clues whose round was scored, markers of others there (`guessed`), the sum of
 * their distances, those near and exact. Rule 10.3.
 */
export type ColorCluesCount =
  | 'markers'
  | 'distance'
  | 'near'
  | 'exact'
  | 'given'
  | 'guessed'
  | 'guessedDistance'
  | 'guessedNear'
  | 'guessedExact';

type Named = Counts & Partial<Record<ColorCluesCount, number>>;

/** Counts a round of this state when its color is shown; a void one counts for nobody. */
export function tally(before: GameState, event: GameEvent): readonly SeatCounts[] {
  if (event.type !== 'roundRevealed') return [];
  const { giver, markers } = roundOf(before);
  const cells = markers.map(({ seat, cell }) => ({ seat, steps: distance(cell, event.target) }));
  const seats = [...new Set(cells.map(({ seat }) => seat))];
  const guesses = seats.map((seat) => {
    const own = sumOf(cells.filter((marker) => marker.seat === seat).map(({ steps }) => steps));
    return { seat, counts: named(own.count, own.distance, own.near, own.exact) };
  });
  const all = sumOf(cells.map(({ steps }) => steps));
  const clue: Named = {
    given: 1,
    guessed: all.count,
    guessedDistance: all.distance,
    guessedNear: all.near,
    guessedExact: all.exact,
  };
  return [...guesses, { seat: giver, counts: clue }];
}

const named = (markers: number, steps: number, near: number, exact: number): Named => ({
  markers,
  distance: steps,
  near,
  exact,
});

const sumOf = (steps: readonly number[]) => ({
  count: steps.length,
  distance: steps.reduce((sum, each) => sum + each, 0),
  near: steps.filter((each) => each <= 1).length,
  exact: steps.filter((each) => each === 0).length,
});
