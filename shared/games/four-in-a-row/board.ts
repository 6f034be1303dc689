export const COLUMNS = 7;
export const ROWS = 6;
/** Discs in a line that win. */
const LINE = 4;

/**
 * What lies where: 42 characters, row by row from the top, each `.` for empty or `0`/`1` for the disc of who moves
 * first or second.
 */
export type Cells = string;

export const EMPTY: Cells = '.'.repeat(COLUMNS * ROWS);

/** The cell that a disc dropped into a column (0–6) comes to lie in; null when the column is full. */
export function landing(cells: Cells, column: number): number | null {
  for (let cell = (ROWS - 1) * COLUMNS + column; cell >= 0; cell -= COLUMNS)
    if (cells[cell] === '.') return cell;
  return null;
}

/** The columns (0–6) that are not full. */
export const openColumns = (cells: Cells): number[] =>
  Array.from({ length: COLUMNS }, (_, column) => column).filter((column) => cells[column] === '.');

/** Every line of four cells on the board: 69 of them. */
export const LINES: readonly (readonly number[])[] = Array.from(EMPTY).flatMap((_, cell) => {
  const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
  const directions = [
    [0, 1],
    [1, 0],
    [1, 1],
    [1, -1],
  ] as const;
  return directions
    .filter(([down, right]) => {
      const [lastRow, lastColumn] = [row + (LINE - 1) * down, column + (LINE - 1) * right];
      return lastRow < ROWS && lastColumn >= 0 && lastColumn < COLUMNS;
    })
    .map(([down, right]) => Array.from({ length: LINE }, (__, i) => cell + i * (down * COLUMNS + right)));
});

/** The cells of the lines that somebody has completed, ascending; empty while nobody has. */
export function winningCells(cells: Cells): number[] {
  const isWon = (line: readonly number[]) =>
    cells[line[0]!] !== '.' && line.every((cell) => cells[cell] === cells[line[0]!]);
  return [...new Set(LINES.filter(isWon).flat())].sort((a, b) => a - b);
}
