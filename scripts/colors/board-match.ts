import { converter, differenceCiede2000, type Oklab } from 'culori';
import { CELLS, COLORS } from '../../shared/games/color-clues/board.ts';
import type { Cell } from '../../shared/games/color-clues/types.ts';

const oklab = converter('oklab');
/** OKLab of an sRGB hex color. @throws when it is none */
export function toOklab(hex: string): Oklab {
  const color = oklab(hex);
  if (!color) throw new Error(`${hex} is no color`);
  return color;
}

/** The cells of the board in OKLab, by cell. */
export const BOARD: readonly Oklab[] = COLORS.map((hex) => toOklab(hex));

/** CIEDE2000 of two colors; 1 is about what an eye can just tell apart. */
export const difference = differenceCiede2000();

/** CIEDE2000 is slow: only this many cells that are nearest in OKLab are looked at. */
const CANDIDATES = 40;

/** The board has no grays. Whoever means one looks for the least colorful cells: CIEDE2000 per unit of chroma. */
const GRAY_CHROMA = 0.035;
const COLORFULNESS_COST = 150;

const squared = (a: Oklab, b: Oklab) => (a.l - b.l) ** 2 + (a.a - b.a) ** 2 + (a.b - b.b) ** 2;
export const oklabDistance = (a: Oklab, b: Oklab): number => Math.sqrt(squared(a, b));

const chroma = ({ a, b }: Oklab): number => Math.hypot(a, b);

/** The cell that looks most like a color. */
export function nearestCell(color: Oklab): Cell {
  if (chroma(color) < GRAY_CHROMA) return nearestToGray(color);
  const near = BOARD.map((cell, index) => ({ index, d: squared(cell, color) }))
    .sort((a, b) => a.d - b.d)
    .slice(0, CANDIDATES)
    .map(({ index }) => ({ index, d: difference(BOARD[index]!, color) }));
  return near.reduce((best, next) => (next.d < best.d ? next : best)).index;
}

function nearestToGray(color: Oklab): Cell {
  const costs = BOARD.map((cell) => difference(cell, color) + COLORFULNESS_COST * chroma(cell));
  return costs.indexOf(Math.min(...costs));
}

export const ALL_CELLS: readonly Cell[] = Array.from({ length: CELLS }, (_, cell) => cell);
