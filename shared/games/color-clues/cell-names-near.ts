import { CELLS, distance } from './board.ts';
import { normalizeClue } from './clue-check.ts';
import type { Cell } from './types.ts';

/** Letters that two words must share at their beginning to be one: rust and rusty. */
const STEM_LETTERS = 4;

/**
 * Whether a clue says a word of the name that the board shows for this cell or one beside it: "azure" for azure, "rusty"
 * for rust. Who hears such a clue needs no imagination, only the names.
 * @param names of all cells, by cell
 */
export function isNameNear(cell: Cell, names: readonly string[]): (clue: string) => boolean {
  const near = Array.from({ length: CELLS }, (_, other) => other).filter(
    (other) => distance(other, cell) <= 1,
  );
  const own = [...new Set(near.flatMap((other) => normalizeClue(names[other] ?? '')))];
  const isIn = (long: string, short: string) => short.length >= STEM_LETTERS && long.startsWith(short);
  return (clue) =>
    normalizeClue(clue).some((word) =>
      own.some((name) => name === word || isIn(name, word) || isIn(word, name)),
    );
}
