import { COLORS, cellName, distance } from '../../../../shared/games/color-clues/board.ts';
import { CELL_NAMES } from '../../../../shared/games/color-clues/cell-names.ts';
import { markerPoints } from '../../../../shared/games/color-clues/scoring.ts';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';

/** The color of a cell, `#rrggbb`. */
export const hexOf = (cell: Cell): string => COLORS[cell] ?? '#808080';

/** The coordinate of a cell, `H14`. */
export const labelOf = cellName;

/** What people call the color of a cell, `moss green`. */
export const nameOf = (cell: Cell): string => CELL_NAMES[cell] ?? '';

/** Coordinate and name, `J18, moss green`. */
export const describeCell = (cell: Cell): string => `${labelOf(cell)}, ${nameOf(cell)}`;

/** Steps between two cells, diagonals counting as one. */
export const stepsBetween = distance;

/** What a marker earns its owner. */
export const pointsAt = (cell: Cell, target: Cell): number => markerPoints(distance(cell, target));
