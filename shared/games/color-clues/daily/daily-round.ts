import { COLUMNS, columnOf, distance } from '../board.ts';
import { densityOfClues } from '../bot-guess.ts';
import { averageMind, type Mind, newMind } from '../bot-mind.ts';
import { CELL_NAMES } from '../cell-names.ts';
import { isNameNear } from '../cell-names-near.ts';
import { hashedRng } from '../hashed-rng.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Cell } from '../types.ts';
import { DAILY_CLUES } from './daily-clues.ts';

/** What everybody gets on one day, and what is right. */
export interface DailyRound {
  /** What is shown, in the order in which it is asked. */
  readonly clues: readonly string[];
  /** The cell of each: a secret until one has placed. */
  readonly targets: readonly Cell[];
}

/** The clues of a day: one for each third of the hues, so that no two of them are about the same color. */
export const CLUES_A_DAY = 3;
/** How far from where most people see a clue its cell may be, in steps. */
const MOST_STEPS = 2;
/** Minds that are asked where they see a clue, before it is left to another day. */
const MINDS = 20;

/** A clue with where it lies for most people. */
interface Known {
  readonly clue: string;
  readonly home: Cell;
}

const isNamedNear = (clue: string, cell: Cell): boolean => isNameNear(cell, CELL_NAMES)(clue);

/** Where a mind sees a clue that it knows. */
function cellOf(clue: string, mind: Mind): Cell | null {
  const density = densityOfClues([clue], mind);
  return density?.indexOf(Math.max(...density)) ?? null;
}

const pools = new WeakMap<Lexicon, readonly (readonly Known[])[]>();

/** The clues of each third of the hues. */
export function dailyPools(lexicon: Lexicon): readonly (readonly Known[])[] {
  const ready = pools.get(lexicon);
  if (ready) return ready;
  const average = averageMind(lexicon);
  const known = DAILY_CLUES.flatMap((clue) => {
    const home = cellOf(clue, average);
    return home === null || isNamedNear(clue, home) ? [] : [{ clue, home }];
  });
  const thirdOf = ({ home }: Known) => Math.floor((columnOf(home) * CLUES_A_DAY) / COLUMNS);
  const made = Array.from({ length: CLUES_A_DAY }, (_, third) =>
    known.filter((each) => thirdOf(each) === third),
  );
  pools.set(lexicon, made);
  return made;
}

/**
 * The round of a day, always the same for one secret and lexicon. Every clue of a pool has had its day before one comes
 * back. Its cell is where one mind sees it, which is not where all do: it follows from the secret alone.
 * @param secret 256 random bits, in hex
 * @param day days since the beginning of 1970
 */
export function dailyRound(secret: string, day: number, lexicon: Lexicon): DailyRound {
  const chosen = dailyPools(lexicon).map((pool, third) => {
    const lap = Math.floor(day / pool.length);
    const order = hashedRng(`color-clues daily 1 order ${third} ${lap} ${secret}`).shuffle(pool);
    const known = order[day % pool.length]!;
    return { clue: known.clue, target: targetOf(known, `${day} ${third} ${secret}`, lexicon) };
  });
  const shuffled = hashedRng(`color-clues daily 1 turn ${day} ${secret}`).shuffle(chosen);
  return { clues: shuffled.map(({ clue }) => clue), targets: shuffled.map(({ target }) => target) };
}

/** Where somebody with much practice sees the clue: near where most do, on a cell whose name does not say it. */
function targetOf({ clue, home }: Known, seed: string, lexicon: Lexicon): Cell {
  const rng = hashedRng(`color-clues daily 1 mind ${seed}`);
  for (let mind = 0; mind < MINDS; mind++) {
    const cell = cellOf(clue, newMind(lexicon, rng, { level: 5 }));
    if (cell !== null && distance(cell, home) <= MOST_STEPS && !isNamedNear(clue, cell)) return cell;
  }
  return home;
}
