import type { DatabaseSync } from 'node:sqlite';
import { TooNew } from '../types.ts';

/** What brings a store from one version to the next; the version is the number of those that were done. */
const MIGRATIONS: readonly string[] = [
  `
  -- Numbers for the names of streams keep the indexes of entries small.
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    commandId TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target INTEGER,
    text TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entriesBySeq ON entries (stream, seq);
  CREATE UNIQUE INDEX entriesByCommand ON entries (stream, commandId);
  CREATE INDEX entriesByKind ON entries (stream, kind, seq);
  CREATE INDEX entriesByTarget ON entries (stream, target) WHERE target IS NOT NULL;

  CREATE TABLE setAside (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    commandId TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target INTEGER,
    text TEXT,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    movedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX setAsideBySeq ON setAside (stream, seq);

  CREATE TABLE documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    rank REAL NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX documentsById ON documents (kind, id);
  CREATE INDEX documentsByOwner ON documents (kind, owner, rank DESC, id);
  CREATE INDEX documentsByRank ON documents (kind, rank, id);

  CREATE VIRTUAL TABLE words USING fts5(
    stream, text, content='entries', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
  );
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER entriesInserted AFTER INSERT ON entries WHEN new.text IS NOT NULL BEGIN
    INSERT INTO words (rowid, stream, text) VALUES (new.id, new.stream, new.text);
  END;
  CREATE TRIGGER entriesDeleted AFTER DELETE ON entries WHEN old.text IS NOT NULL BEGIN
    INSERT INTO words (words, rowid, stream, text) VALUES ('delete', old.id, old.stream, old.text);
  END;
  CREATE TRIGGER entriesTextTaken AFTER UPDATE OF text ON entries WHEN old.text IS NOT NULL BEGIN
    INSERT INTO words (words, rowid, stream, text) VALUES ('delete', old.id, old.stream, old.text);
  END;
  CREATE TRIGGER entriesTextGiven AFTER UPDATE OF text ON entries WHEN new.text IS NOT NULL BEGIN
    INSERT INTO words (rowid, stream, text) VALUES (new.id, new.stream, new.text);
  END;
  `,
  `
  -- What a text is indexed as, if not as it is.
  ALTER TABLE entries ADD COLUMN grams TEXT;
  DROP TRIGGER entriesInserted;
  DROP TRIGGER entriesDeleted;
  DROP TRIGGER entriesTextTaken;
  DROP TRIGGER entriesTextGiven;
  CREATE TRIGGER entriesInserted AFTER INSERT ON entries WHEN new.text IS NOT NULL BEGIN
    INSERT INTO words (rowid, stream, text) VALUES (new.id, new.stream, coalesce(new.grams, new.text));
  END;
  CREATE TRIGGER entriesDeleted AFTER DELETE ON entries WHEN old.text IS NOT NULL BEGIN
    INSERT INTO words (words, rowid, stream, text)
    VALUES ('delete', old.id, old.stream, coalesce(old.grams, old.text));
  END;
  -- One trigger: the order of two is not defined, and words that stay must be taken before they are given again.
  CREATE TRIGGER entriesTextChanged AFTER UPDATE OF text, grams ON entries BEGIN
    INSERT INTO words (words, rowid, stream, text)
    SELECT 'delete', old.id, old.stream, coalesce(old.grams, old.text) WHERE old.text IS NOT NULL;
    INSERT INTO words (rowid, stream, text)
    SELECT new.id, new.stream, coalesce(new.grams, new.text) WHERE new.text IS NOT NULL;
  END;

  -- Work on old rows that is done little by little, from the newest down: a row is gone when its work is.
  CREATE TABLE backlog (name TEXT PRIMARY KEY, below INTEGER NOT NULL) STRICT;
  INSERT INTO backlog SELECT 'grams', max(id) + 1 FROM entries HAVING max(id) IS NOT NULL;
  `,
  `
  -- Whose words an entry holds. Messages of older versions say it in their bodies.
  ALTER TABLE entries ADD COLUMN author TEXT;
  ALTER TABLE setAside ADD COLUMN author TEXT;
  UPDATE entries SET author = (
    SELECT json_extract(value, '$.message.author') FROM json_each(entries.body, '$.events')
    WHERE json_extract(value, '$.type') = 'posted'
  ) WHERE kind = 'message' AND json_valid(body);
  CREATE INDEX entriesByAuthor ON entries (stream, author, seq) WHERE author IS NOT NULL;
  `,
  `
  -- Nobody asks for moves by their kind, and there are the most of them: they pay for no place in that index.
  DROP INDEX entriesByKind;
  CREATE INDEX entriesByKind ON entries (stream, kind, seq) WHERE kind <> 'move';
  -- With a trigger at inserts SQLite copies each page that any of them changes, even if none has words.
  DROP TRIGGER entriesInserted;
  `,
];

/** The version that this program writes. */
export const VERSION = MIGRATIONS.length;

/** The version of a store; 0 when it is empty. */
export const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.user_version);

/** Throws `TooNew` when a store of this version was written, or migrated, by a newer program. */
export function refuseNewer(version: number): void {
  if (version <= VERSION) return;
  throw new TooNew(
    `The data was written by a newer version of this program (format ${version}; this program knows ${VERSION}). ` +
      'Start the newer version, or restore an older backup.',
  );
}

/** Brings a store to the version of this program, one transaction per step. Throws `TooNew`. */
export function migrate(db: DatabaseSync): void {
  refuseNewer(versionOf(db));
  while (versionOf(db) < VERSION) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have done this step meanwhile.
      const version = versionOf(db);
      const step = MIGRATIONS[version];
      if (step) db.exec(`${step}; PRAGMA user_version = ${version + 1}`);
      db.exec('COMMIT');
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK');
    }
  }
}
