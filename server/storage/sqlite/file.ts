import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { refuseNewer, versionOf } from './migrations.ts';

/** The name of the store below its directory. */
export const FILE = 'color-clues.db';
/** What a backup is accompanied by: its SHA-256 in the format of `sha256sum`. */
export const CHECKSUM = '.sha256';

/** The SHA-256 of a file, hexadecimal. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Makes sure that a file, or the names in a directory, survive a loss of power. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

/** How many entries and documents are in a store that nobody uses. Throws a sentence when it is none, or broken. */
export function inspect(file: string): { readonly entries: number; readonly documents: number } {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [result] = db.prepare('PRAGMA integrity_check(1)').all();
    if (result?.integrity_check !== 'ok') throw new Error(`it is damaged: ${result?.integrity_check}`);
    const version = versionOf(db);
    if (version === 0) throw new Error('it is not a store of this program.');
    refuseNewer(version);
    const count = (table: string) => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    return { entries: count('entries'), documents: count('documents') };
  } finally {
    db.close();
  }
}
