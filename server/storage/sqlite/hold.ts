import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file that is locked, beside the store; there is nothing in it. */
const LOCK = 'color-clues.lock';
/** How long a server that is just ending is waited for, ms. */
const ENDING_MS = 2_000;
const BUSY = 5;

/** Connections with a lock. One that nobody knows any more would be closed. */
const held = new Set<DatabaseSync>();

/**
 * Holds the store of a folder until the returned function is called or this process ends, in whatever way: the lock is
 * the system's. Those that share it hold it together, one that is `alone` lets nobody else in. Null when somebody stands
 * in the way.
 */
export function holdStore(
  directory: string,
  how: 'alone' | 'shared',
  waitMs = ENDING_MS,
): (() => void) | null {
  const db = new DatabaseSync(join(directory, LOCK), { timeout: waitMs });
  try {
    // A transaction that has read something keeps its lock until it ends.
    db.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT count(*) FROM sqlite_schema');
  } catch (error) {
    db.close();
    if ((error as { errcode?: number }).errcode === BUSY) return null;
    throw error;
  }
  held.add(db);
  return () => {
    held.delete(db);
    db.close();
  };
}
