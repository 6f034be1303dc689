import { columnOf } from './board.ts';
import names from './data/cell-names.json' with { type: 'json' };
import type { Cell } from './types.ts';

/** The nearest friendly color name of each cell, such as "moss green"; by cell. Made by `npm run build:colors`. */
export const CELL_NAMES: readonly string[] = names;

/** A band of neighboring columns that most people would call by one word. */
export interface Family {
  readonly name: string;
  /** First and last column, 0–29. */
  readonly from: number;
  readonly to: number;
}

/** All columns, from the first to the last, in bands: the words above the board. */
export const FAMILIES: readonly Family[] = [
  { name: 'purple', from: 0, to: 1 },
  { name: 'magenta', from: 2, to: 3 },
  { name: 'pink', from: 4, to: 5 },
  { name: 'red', from: 6, to: 8 },
  { name: 'orange', from: 9, to: 10 },
  { name: 'gold', from: 11, to: 12 },
  { name: 'yellow', from: 13, to: 14 },
  { name: 'lime', from: 15, to: 16 },
  { name: 'green', from: 17, to: 19 },
  { name: 'teal', from: 20, to: 21 },
  { name: 'cyan', from: 22, to: 24 },
  { name: 'blue', from: 25, to: 27 },
  { name: 'indigo', from: 28, to: 29 },
];

/** The family of a cell: that of its column. */
export const familyOf = (cell: Cell): Family =>
  FAMILIES.find(({ to }) => columnOf(cell) <= to) ?? FAMILIES[0]!;
