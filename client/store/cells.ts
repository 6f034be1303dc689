import { cellNames } from '../../shared/games/color-clues/cell-names.ts';
import type { Cell } from '../../shared/games/color-clues/types.ts';
import { HUES } from '../board/geometry.ts';
import { CELL_COLORS, coordinateOf } from '../board/palette.ts';

/** The color of a cell, `#rrggbb`. */
export const hexOf = (cell: Cell): string => CELL_COLORS[cell] ?? '#808080';

/** The coordinate of a cell, `H14`. */
export const labelOf = coordinateOf;

/** What people call the color of a cell, `moss green`. */
export const nameOf = (cell: Cell): string => cellNames[cell] ?? '';

/** Coordinate and name, `J18, moss green`. */
export const describeCell = (cell: Cell): string => `${labelOf(cell)}, ${nameOf(cell)}`;

/** Steps between two cells, diagonals counting as one. */
export const stepsBetween = (a: Cell, b: Cell): number =>
  Math.max(Math.abs(Math.floor(a / HUES) - Math.floor(b / HUES)), Math.abs((a % HUES) - (b % HUES)));

/** What a marker earns its owner: 3 on the spot, 2 in the frame, 1 right beside it. */
export const markerPoints = (cell: Cell, target: Cell): number => Math.max(0, 3 - stepsBetween(cell, target));
