import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CHECKSUM, checksumOf, FILE, inspect, sync } from './file.ts';

/** A store and the files that SQLite may keep beside it. A log of another store must never be left to a new one. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Puts a checked copy of a backup into `directory`. A store that is there is replaced only when `isForced` and when no
 * server uses it; it is kept under another name. Resolves to a sentence for whoever asked; rejects with another.
 */
export async function restore(
  backup: string,
  directory: string,
  { isForced, now }: { readonly isForced: boolean; readonly now: Date },
): Promise<string> {
  const target = join(directory, FILE);
  if (existsSync(target) && !isForced) {
    throw new Error(`There is a store in ${directory} already; --force replaces it.`);
  }
  const copy = `${target}.restoring`;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    const { entries, documents } = await checkedCopy(backup, copy);
    const old = existsSync(target) ? ` What was there is kept as ${asideOf(target, now)}.` : '';
    if (old !== '') refuseUsed(target);
    for (const part of PARTS) {
      if (existsSync(target + part)) await rename(target + part, asideOf(target, now) + part);
    }
    await rename(copy, target);
    await sync(directory);
    return `The data (entries: ${entries}, documents: ${documents}) is restored as ${target}.${old}`;
  } finally {
    await rm(copy, { force: true });
  }
}

const asideOf = (target: string, now: Date): string =>
  `${target}.before-${now.toISOString().replaceAll(':', '-')}`;

async function checkedCopy(backup: string, copy: string) {
  if (!existsSync(backup)) throw new Error(`There is no ${backup}.`);
  if (!existsSync(backup + CHECKSUM)) throw new Error(`There is no checksum ${backup}${CHECKSUM}.`);
  await copyFile(backup, copy);
  await chmod(copy, 0o600);
  const [expected] = (await readFile(backup + CHECKSUM, 'utf8')).split(/\s/);
  if ((await checksumOf(copy)) !== expected) {
    throw new Error(`${backup} cannot be restored: it is not what its checksum was made of.`);
  }
  await sync(copy);
  try {
    return inspect(copy);
  } catch (error) {
    throw new Error(`${backup} cannot be restored: ${error instanceof Error ? error.message : error}`);
  }
}

/** Throws when a process has the store open. One that is broken cannot tell and may be replaced. */
function refuseUsed(file: string): void {
  try {
    const db = new DatabaseSync(file);
    try {
      // Only the last who has it open may do this; it also moves what is in the log into the store.
      db.exec('PRAGMA journal_mode = DELETE');
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Error && error.message.includes('locked')) {
      throw new Error(`${file} is in use. Stop the server first.`);
    }
  }
}
