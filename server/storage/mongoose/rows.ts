import { MAX_ROWS } from '../types.ts';

/** The most that one row may hold, bytes: MongoDB takes 16 MiB with everything. */
const MAX_BYTES = 15 * 1024 * 1024;

/** Rows that an answer may have. */
export const rowsOf = (limit: number): number => Math.min(limit, MAX_ROWS);

/** How many characters the texts of a row have together. Throws when a database cannot hold them as one row. */
export function charactersOf(row: object): number {
  const texts = Object.values(row).filter((value) => typeof value === 'string');
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_BYTES) throw new RangeError(`a row of ${bytes} bytes is too large for the store`);
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Databases replace half characters. */
const asStored = (row: object): string =>
  JSON.stringify(row, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));

/** Whether a stored row is what a write wanted to store; both have their fields in the same order. */
export const isSame = <R extends object>(stored: R, wanted: R): boolean =>
  asStored(stored) === asStored(wanted);
