import { CELLS, distance } from './board.ts';
import { CELL_NAMES } from './cell-names.ts';
import { normalizeClue } from './clue-check.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cell } from './types.ts';

/** Letters that two words must share at their beginning to be one: rust and rusty, Moos and moosgrün. */
const STEM_LETTERS = 4;

/**
 * Whether a clue says a word of the name that the board shows for this cell or one beside it: "azure" for azure, "rusty"
 * for rust. Who hears such a clue needs no imagination, only the names.
 * @param names of all cells, by cell
 * @param formsOf what a word of their language may be a form of, itself among them: dunkel for dunkler
 */
export function isNameNear(
  cell: Cell,
  names: readonly string[],
  formsOf: (word: string) => readonly string[] = (word) => [word],
): (clue: string) => boolean {
  const near = Array.from({ length: CELLS }, (_, other) => other).filter(
    (other) => distance(other, cell) <= 1,
  );
  const formsIn = (text: string) => normalizeClue(text).flatMap(formsOf);
  const own = [...new Set(near.flatMap((other) => formsIn(names[other] ?? '')))];
  const isIn = (long: string, short: string) => short.length >= STEM_LETTERS && long.startsWith(short);
  return (clue) =>
    formsIn(clue).some((word) => own.some((name) => name === word || isIn(name, word) || isIn(word, name)));
}

/** As `isNameNear`, in English and in what this lexicon speaks: whoever hears the clue may read the board in either. */
export function isNameNearIn({ cellNames, speech }: Lexicon, cell: Cell): (clue: string) => boolean {
  const isEnglish = isNameNear(cell, CELL_NAMES);
  if (cellNames === null) return isEnglish;
  const isOwn = isNameNear(cell, cellNames, speech.formsOf);
  return (clue) => isEnglish(clue) || isOwn(clue);
}
