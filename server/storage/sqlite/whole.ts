import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Says that there is a store here, and since when, for the day on which its file is gone. */
const MARK = 'store.json';
const LOG = '-wal';

/** Pages of the log that are worth moving into the file. */
export const WORTH_PAGES = 1_000;
const PAGE_BYTES = 4_096;

/** The contents of a store are lost. The message is a sentence without its end. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;

/** Whether the log of a store has grown so long that somebody should look after it. */
export const isLogLong = (file: string): boolean => (sizeOf(file + LOG) ?? 0) >= WORTH_PAGES * PAGE_BYTES;

/**
 * Makes sure that no new store begins where the contents of one were lost: in a file that was emptied, or beside the log
 * of one that is gone. A new one never looks like that: it gets its name when it is whole.
 * @throws Lost
 */
export function refuseEmptied(file: string): void {
  const size = sizeOf(file);
  if ((sizeOf(file + LOG) ?? 0) > 0 && !size) {
    throw new Lost(
      `${file} is ${size === null ? 'gone' : 'empty'}, but not its log ${file}${LOG}. Restore a backup; for a new store, remove both`,
    );
  }
  if (size === 0) throw new Lost(`${file} is empty. Restore a backup; for a new store, remove the file`);
}

/** Refuses also a store that is gone: whoever opens it again knows that it was there. @throws Lost */
export function refuseLost(file: string): void {
  refuseEmptied(file);
  if (!existsSync(file)) throw new Lost(`${file} is gone`);
}

/** Makes a store with `fill`, under its name when it is whole, so that nobody ever sees an empty file. */
export function make(file: string, fill: (unfinished: string) => void): void {
  const unfinished = `${file}.new-${process.pid}`;
  try {
    fill(unfinished);
    linkSync(unfinished, file);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** When the store was made whose file is missing; null when none is. */
export function missingSince(file: string): string | null {
  const mark = join(dirname(file), MARK);
  if (existsSync(file) || !existsSync(mark)) return null;
  return /"madeAt":\s*"([^"]+)"/.exec(readFileSync(mark, 'utf8'))?.[1] ?? 'some time ago';
}

/** Notes that there is a store here. */
export function mark(file: string, now: Date): void {
  const text = `${JSON.stringify({ madeAt: now.toISOString() })}\n`;
  try {
    writeFileSync(join(dirname(file), MARK), text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
