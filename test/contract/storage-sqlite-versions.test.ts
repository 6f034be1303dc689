import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { until } from '../harness/until.ts';

/** How version 1 made a store. This text stays as it is, whatever the program does later. */
const VERSION_1 = `
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

  PRAGMA user_version = 1;
`;

/** What version 1 may have written. */
const DATA = `
  INSERT INTO streams VALUES (1, 'chat:a'), (2, 'match:a');
  INSERT INTO entries VALUES
    (1, 1, 1, 'c1', 1700000000001, 'message', NULL, 'Crème brûlée', '{"text":"Crème brûlée"}'),
    (2, 1, 2, 'c2', 1700000000002, 'reaction', 1, NULL, '{}'),
    (3, 2, 1, 'c1', 1700000000003, 'change', NULL, NULL, '{"n":1}');
  INSERT INTO setAside VALUES (1, 2, 2, 'c2', 1700000000004, 'change', NULL, NULL, '{}', 'unreadable', 1700000000005);
  INSERT INTO documents VALUES ('account', 'ana', '', 1.5, '{"name":"Ana"}');
`;

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'versions-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function open(directory: string, log = fakeLog()): Promise<Storage> {
  const storage = await sqliteStorage({ directory, log });
  onTestFinished(() => storage.close());
  return storage;
}

/** Works on the file behind the back of the program. */
function directly<T>(directory: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(directory, FILE));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Everything a store is made of, without regard to spaces. */
const schemaOf = (directory: string) =>
  directly(directory, (db) =>
    db
      .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
      .all()
      .map(({ type, name, sql }) => `${type} ${name}: ${String(sql).replace(/\s+/g, ' ')}`),
  );

describe('sqlite: versions of the file', () => {
  it('opens what version 1 wrote, with all its data', async () => {
    const directory = await folder();
    directly(directory, (db) => db.exec(VERSION_1 + DATA));
    const { entries, documents } = await open(directory);
    expect(await entries.after('chat:a', 0, 10)).toEqual([
      {
        stream: 'chat:a',
        seq: 1,
        commandId: 'c1',
        at: 1_700_000_000_001,
        kind: 'message',
        target: null,
        author: null,
        text: 'Crème brûlée',
        body: '{"text":"Crème brûlée"}',
      },
      expect.objectContaining({ seq: 2, kind: 'reaction', target: 1, text: null, body: '{}' }),
    ]);
    expect(await entries.last('match:a')).toBe(1);
    expect(await entries.search(['chat:a', 'match:a'], 'creme', 5)).toMatchObject([{ seq: 1 }]);
    expect(await entries.about('chat:a', [1])).toMatchObject([{ seq: 2 }]);
    expect(await documents.get('account', 'ana')).toEqual({
      kind: 'account',
      id: 'ana',
      owner: '',
      rank: 1.5,
      body: '{"name":"Ana"}',
    });
    const next = {
      stream: 'match:a',
      seq: 2,
      commandId: 'c2',
      at: 1,
      kind: 'change',
      target: null,
      author: null,
    };
    expect(await entries.append({ ...next, text: null, body: '{}' })).toEqual(ok(null));
    const again = { ...next, seq: 1, text: null, body: '{}' };
    expect(await entries.append(again)).toEqual(err({ kind: 'duplicate', seq: 2 }));
  });

  it('makes what version 1 wrote findable by words inside of unspaced scripts, little by little', async () => {
    const directory = await folder();
    const rows = Array.from({ length: 1_200 }, (_, i) => {
      const text = i % 3 === 0 ? `第${i}次去上海` : 'plain';
      return `(${i + 10}, 1, ${i + 10}, 'm${i}', ${1_800_000_000_000 + i}, 'message', NULL, '${text}', '{}')`;
    });
    directly(directory, (db) => db.exec(`${VERSION_1}${DATA}INSERT INTO entries VALUES ${rows.join(',')}`));
    const { entries } = await open(directory);
    const find = (query: string) => entries.search(['chat:a'], query, 500);
    await until(async () => (await find('上海')).length === 400, 'all old messages to be found');
    expect(await find('creme')).toMatchObject([{ seq: 1 }]);
    expect(await find('plain')).toHaveLength(500);
    await entries.rewrite('chat:a', 10, { body: '{}', text: null });
    expect(await find('上海')).toHaveLength(399);
    await until(
      () => directly(directory, (db) => db.prepare('SELECT * FROM backlog').all().length === 0),
      'the work to be over',
    );
    const check = () =>
      directly(directory, (db) => db.exec("INSERT INTO words (words) VALUES ('integrity-check')"));
    expect(check).not.toThrow();
  });

  it('knows who wrote the messages of version 1', async () => {
    const directory = await folder();
    const posted = `{"by":{},"events":[{"type":"memberChanged"},{"type":"posted","message":{"author":"ana"}}]}`;
    directly(directory, (db) => {
      db.exec(VERSION_1 + DATA);
      const add = db.prepare("INSERT INTO entries VALUES (?, 1, ?, ?, 1, 'message', NULL, NULL, ?)");
      add.run(4, 3, 'c3', posted);
      add.run(5, 4, 'c4', '{torn');
    });
    const { entries } = await open(directory);
    expect(await entries.ofAuthor('chat:a', 'ana', 0, 9)).toMatchObject([{ seq: 3, author: 'ana' }]);
    expect(await entries.after('chat:a', 3, 9)).toMatchObject([{ seq: 4, author: null, body: '{torn' }]);
  });

  it('ends with the same tables, whether it was made or migrated', async () => {
    const [made, migrated] = [await folder(), await folder()];
    directly(migrated, (db) => db.exec(VERSION_1 + DATA));
    await (await open(made)).close();
    await (await open(migrated)).close();
    expect(schemaOf(migrated)).toEqual(schemaOf(made));
    const aside = directly(migrated, (db) => db.prepare('SELECT reason FROM setAside').all());
    expect(aside).toEqual([{ reason: 'unreadable' }]);
  });

  it('refuses what a newer program wrote, in words for whoever starts the server', async () => {
    const directory = await folder();
    await (await open(directory)).close();
    directly(directory, (db) => db.exec('PRAGMA user_version = 99'));
    await expect(open(directory)).rejects.toMatchObject({
      name: 'TooNew',
      message: expect.stringContaining('newer version of this program (format 99'),
    });
  });

  it('takes no more writes once a newer program has migrated it', async () => {
    const directory = await folder();
    const log = fakeLog();
    const { documents, health } = await open(directory, log);
    const document = { kind: 'account', id: 'ana', owner: '', rank: 1, body: '{}' };
    const version = directly(directory, (db) => db.prepare('PRAGMA user_version').get()?.user_version);
    directly(directory, (db) => db.exec('PRAGMA user_version = 99'));
    const writing = documents.insert(document);
    await until(() => !health().isUp, 'the store to notice');
    expect(log.lines).toEqual(['the store is away']);
    expect(directly(directory, (db) => db.prepare('SELECT * FROM documents').all())).toEqual([]);
    directly(directory, (db) => db.exec(`PRAGMA user_version = ${version}`));
    expect(await writing).toBe(true);
  });

  it('is made once, however many open it at the same time', async () => {
    const directory = await folder();
    const all = await Promise.all([1, 2, 3, 4].map(() => open(directory)));
    const document = { kind: 'account', id: 'ana', owner: '', rank: 1, body: '{}' };
    const inserted = await Promise.all(all.map(({ documents }) => documents.insert(document)));
    expect(inserted.filter(Boolean)).toHaveLength(1);
  });
});
