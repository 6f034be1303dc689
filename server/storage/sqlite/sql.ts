import { DatabaseSync } from 'node:sqlite';
import { backlogOf } from './backlog.ts';
import type { Reads, Writes } from './messages.ts';
import { migrate, refuseNewer } from './migrations.ts';
import { documentReads, documentWrites } from './sql-documents.ts';
import { entryReads, entryWrites } from './sql-entries.ts';
import { changing, reading } from './sql-statements.ts';
import { make, refuseLost } from './whole.ts';

/** How long one attempt waits for other processes that use the file, ms. Short, so that reads get their turn. */
const BUSY_MS = 250;

/** An open store: all its SQL, as functions. */
export interface Database {
  readonly writes: Writes;
  /** The same writes when an earlier attempt may have stored them: the very same content counts as stored. */
  readonly repeats: Writes;
  readonly reads: Reads;
  /** Runs writes as one transaction, durable when this returns. From `onCommit` on nobody knows until it does. */
  transaction<T>(run: () => T, onCommit: () => void): T;
  /** Does a little of the work on old rows; false when none is left. Throws the errors of SQLite. */
  catchUp(): boolean;
  close(): void;
}

/** Makes an empty store. Throws the errors of SQLite and of the disk. */
export function makeDatabase(file: string): void {
  make(file, (unfinished) => openDatabase(unfinished, true).close());
}

/** Opens the store, which it migrates where needed. Throws `Lost`, `TooNew` and the errors of SQLite. */
export function openDatabase(file: string, isNew = false): Database {
  if (!isNew) refuseLost(file);
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -4000;
    `);
    migrate(db);
    return prepareAll(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepareAll(db: DatabaseSync): Database {
  const begin = changing(db, 'BEGIN IMMEDIATE');
  const commit = changing(db, 'COMMIT');
  const version = reading<[number]>(db, 'PRAGMA user_version');
  const entries = entryWrites(db);
  const documents = documentWrites(db);
  const transaction: Database['transaction'] = (run, onCommit) => {
    begin();
    try {
      refuseNewer(version()[0]![0]);
      const result = run();
      onCommit();
      commit();
      return result;
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK');
    }
  };
  const backlog = backlogOf(db);
  return {
    writes: { ...entries.writes, ...documents.writes },
    repeats: { ...entries.repeats, ...documents.repeats },
    reads: { ...entryReads(db), ...documentReads(db) },
    transaction,
    catchUp: () => backlog.isLeft() && transaction(backlog.step, () => {}),
    close: () => db.close(),
  };
}
