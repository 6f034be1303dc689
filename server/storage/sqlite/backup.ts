import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CHECKSUM, checksumOf, FILE, inspect, sync } from './file.ts';

/** How long to wait for a moment in which the store can be read, ms. */
const BUSY_MS = 30_000;

/**
 * Saves the store of `directory` as it is at one moment, also while servers write to it, into a new file below `to`,
 * with its checksum beside it. The file has its name only when it is complete and checked. Resolves to a sentence for
 * whoever asked; rejects with another.
 */
export async function backUp(directory: string, to: string, now: Date): Promise<string> {
  const source = join(directory, FILE);
  if (!existsSync(source)) throw new Error(`There is no store in ${directory}.`);
  const file = join(to, `color-clues-${now.toISOString().replaceAll(':', '-')}.db`);
  const partial = `${file}.partial`;
  await mkdir(to, { recursive: true, mode: 0o700 });
  try {
    copy(source, partial);
    await chmod(partial, 0o600);
    const { entries, documents } = inspect(partial);
    await sync(partial);
    await writeFile(`${file}${CHECKSUM}`, `${await checksumOf(partial)}  ${basename(file)}\n`);
    await sync(`${file}${CHECKSUM}`);
    await rename(partial, file);
    await sync(to);
    return `The data (entries: ${entries}, documents: ${documents}) is saved as ${file}.`;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Unlike copying page by page, this never starts over because somebody writes. */
function copy(source: string, target: string): void {
  const db = new DatabaseSync(source, { readOnly: true, timeout: BUSY_MS });
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}
