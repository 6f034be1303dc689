import { describe, expect, it } from 'vitest';
import {
  CELLS,
  COLORS,
  COLUMNS,
  cellAt,
  cellName,
  columnOf,
  distance,
  parseCell,
  ROWS,
  rowOf,
} from './board.ts';

describe('The board (rule 1.1)', () => {
  it('has 480 cells in 16 rows and 30 columns, each with a color of its own', () => {
    expect([ROWS, COLUMNS, CELLS]).toEqual([16, 30, 480]);
    expect(new Set(COLORS).size).toBe(480);
    expect(COLORS.every((hex) => /^#[0-9a-f]{6}$/.test(hex))).toBe(true);
  });

  it('names rows A–P from the top and columns 1–30', () => {
    expect([cellName(0), cellName(29), cellName(30), cellName(479)]).toEqual(['A1', 'A30', 'B1', 'P30']);
    expect(cellName(cellAt(7, 13))).toBe('H14');
  });

  it('reads every name it writes', () => {
    for (let cell = 0; cell < CELLS; cell++) {
      expect(parseCell(cellName(cell))).toBe(cell);
      expect(cellAt(rowOf(cell), columnOf(cell))).toBe(cell);
    }
    expect(parseCell(' h14 ')).toBe(cellAt(7, 13));
  });

  it.each(['', 'H', '14', 'H0', 'H31', 'Q1', 'H141', 'H-1', 'HH1', 'H14x'])('does not read %j', (text) => {
    expect(parseCell(text)).toBeNull();
  });

  it.each([
    ['H14', 'H14', 0],
    ['H14', 'G13', 1],
    ['H14', 'I14', 1],
    ['H14', 'F15', 2],
    ['A1', 'P30', 29],
    ['A30', 'B1', 29],
  ])('counts from %s to %s %i steps, diagonals as one', (a, b, steps) => {
    expect(distance(parseCell(a)!, parseCell(b)!)).toBe(steps);
    expect(distance(parseCell(b)!, parseCell(a)!)).toBe(steps);
  });
});
