/** Hue families as the board shows them. Stub until `shared/games/color-clues/cell-names.ts` is there. */
import { HUES } from './geometry.ts';

export interface Band {
  readonly name: string;
  /** First and last column, 0–29. */
  readonly first: number;
  readonly last: number;
}

const WORDS: readonly (readonly [string, number])[] = [
  ['purple', 1],
  ['magenta', 3],
  ['pink', 5],
  ['red', 8],
  ['orange', 10],
  ['gold', 13],
  ['yellow', 15],
  ['green', 17],
  ['teal', 20],
  ['cyan', 22],
  ['azure', 24],
  ['blue', 26],
  ['indigo', 29],
];

export const BANDS: readonly Band[] = WORDS.map(([name, from], i) => ({
  name,
  first: from - 1,
  last: (WORDS[i + 1]?.[1] ?? HUES + 1) - 2,
}));

/** Index of the family of a cell. */
export function familyOf(cell: number): number {
  return BANDS.findIndex((band) => cell % HUES <= band.last);
}
