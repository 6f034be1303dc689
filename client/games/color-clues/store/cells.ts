import type { Drift } from '../../../../shared/games/color-clues/after-game.ts';
import { COLORS, cellName, distance } from '../../../../shared/games/color-clues/board.ts';
import { CELL_NAMES } from '../../../../shared/games/color-clues/cell-names.ts';
import { markerPoints } from '../../../../shared/games/color-clues/scoring.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { colors } from '../messages/colors/index.ts';

/** The color of a cell, `#rrggbb`. */
export const hexOf = (cell: Cell): string => COLORS[cell] ?? '#808080';

/** The coordinate of a cell, `H14`. */
export const labelOf = cellName;

/** What people call the color of a cell, `moss green`. */
export function nameOf(cell: Cell): string {
  const english = CELL_NAMES[cell] ?? '';
  return colors.names[english] ?? english;
}

/** Coordinate and name, `J18, moss green`. */
export const describeCell = (cell: Cell): string => colors.cell(labelOf(cell), nameOf(cell));

/** What people call a family of hues, by its English name. */
export const familyName = (english: string): string => colors.families[english] ?? english;

/** Steps between two cells, diagonals counting as one. */
export const stepsBetween = distance;

/** What a marker earns its owner. */
export const pointsAt = (cell: Cell, target: Cell, scoring: GameView['scoring'] = 'normal'): number =>
  markerPoints(distance(cell, target), scoring);

/** `You place teal 1.4 columns too far toward green.` */
export const driftWords = ({ family, toward, columns }: Drift): string =>
  colors.drift(familyName(family), familyName(toward), columns);
