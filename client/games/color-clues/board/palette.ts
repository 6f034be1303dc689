/** The colors of the 480 cells, and what is derived from them. */

import { COLORS, cellName } from '../../../../shared/games/color-clues/board.ts';
import { CELLS, HUES, SHADES, spotOf } from './geometry.ts';

/** `#rrggbb` of each cell. */
export const CELL_COLORS = COLORS;

/** `A1` … `P30`. */
export const coordinateOf = cellName;

/** Whether black stands out more than white on a cell. */
export function isPale(cell: number): boolean {
  const color = Number.parseInt((CELL_COLORS[cell] ?? '#000000').slice(1), 16);
  const linear = (byte: number) => ((byte & 255) / 255) ** 2.2;
  return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color) > 0.18;
}

/**
 * Paints the board with one pixel per cell. Enlarged without smoothing it has no gaps and no blurred edges at any
 * size, and it costs one blit instead of 480 rectangles.
 */
export function paintPixels(canvas: HTMLCanvasElement, isUpright: boolean): void {
  canvas.width = isUpright ? SHADES : HUES;
  canvas.height = isUpright ? HUES : SHADES;
  const context = canvas.getContext('2d');
  if (!context) return;
  for (let cell = 0; cell < CELLS; cell++) {
    const { col, row } = spotOf(cell, isUpright);
    context.fillStyle = CELL_COLORS[cell] ?? '#000';
    context.fillRect(col, row, 1, 1);
  }
}
