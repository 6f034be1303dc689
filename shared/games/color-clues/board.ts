import spectrum from './data/board-spectrum.json' with { type: 'json' };
import type { Cell } from './types.ts';

/** Rows A–P, from pale to dark; columns 1–30, once around the hues. */
export const ROWS = 16;
export const COLUMNS = 30;
export const CELLS = ROWS * COLUMNS;

/** sRGB hex of each cell, `#rrggbb`, by cell. */
export const COLORS: readonly string[] = spectrum.flat();

export const cellAt = (row: number, column: number): Cell => row * COLUMNS + column;
/** 0–15. */
export const rowOf = (cell: Cell): number => Math.floor(cell / COLUMNS);
/** 0–29. */
export const columnOf = (cell: Cell): number => cell % COLUMNS;

/** `H14` for row 7, column 13. */
export const cellName = (cell: Cell): string =>
  `${String.fromCharCode(65 + rowOf(cell))}${columnOf(cell) + 1}`;

/** Reads `h14`, `H 14`…; null for anything that is not on the board. */
export function parseCell(text: string): Cell | null {
  const match = /^\s*([a-p])\s*(\d{1,2})\s*$/i.exec(text);
  if (!match) return null;
  const column = Number(match[2]) - 1;
  return column >= 0 && column < COLUMNS ? cellAt(match[1]!.toUpperCase().charCodeAt(0) - 65, column) : null;
}

/** Steps between two cells, diagonal ones included (Chebyshev distance). SPEC: scoring. */
export const distance = (a: Cell, b: Cell): number =>
  Math.max(Math.abs(rowOf(a) - rowOf(b)), Math.abs(columnOf(a) - columnOf(b)));
