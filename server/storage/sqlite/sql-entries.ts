import type { DatabaseSync } from 'node:sqlite';
import {
  CONFLICT,
  type EntryReads,
  type EntryRow,
  type EntryWrites,
  type FoundRow,
  STORED,
} from './messages.ts';
import { changing, reading } from './sql-statements.ts';
import { gramsOf } from './words.ts';

/** Findings, the last written first, that are looked at for the newest: no search takes long. */
const MAX_FOUND = 2_000;

const COLUMNS = 'seq, commandId, at, kind, target, author, text, body';
const OF_STREAM = 'stream = (SELECT id FROM streams WHERE name = ?)';
const ENTRIES = `SELECT ${COLUMNS} FROM entries WHERE ${OF_STREAM}`;

/** The statements that write entries; `repeats` are for those that may be stored already. */
export function entryWrites(db: DatabaseSync): { writes: EntryWrites; repeats: EntryWrites } {
  const streamOf = reading<[number]>(db, 'SELECT id FROM streams WHERE name = ?');
  const addStream = reading<[number]>(db, 'INSERT INTO streams (name) VALUES (?) RETURNING id');
  const append = changing(
    db,
    `INSERT INTO entries (stream, ${COLUMNS}, grams) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const addWords = changing(
    db,
    `INSERT INTO words (rowid, stream, text)
     SELECT id, stream, coalesce(grams, text) FROM entries WHERE id = last_insert_rowid()`,
  );
  const seqOf = reading<[number]>(db, 'SELECT seq FROM entries WHERE stream = ? AND commandId = ?');
  const same = reading<[number]>(db, `${ENTRIES} AND (${COLUMNS}) IS (?, ?, ?, ?, ?, ?, ?, ?)`);
  const rewrite = changing(
    db,
    `UPDATE entries SET body = ?, text = ?, grams = ? WHERE ${OF_STREAM} AND seq = ?`,
  );
  const copyAside = changing(
    db,
    `INSERT INTO setAside (stream, ${COLUMNS}, reason, movedAt)
     SELECT stream, ${COLUMNS}, ?, unixepoch() * 1000 FROM entries WHERE ${OF_STREAM} AND seq >= ?`,
  );
  const removeFrom = changing(db, `DELETE FROM entries WHERE ${OF_STREAM} AND seq >= ?`);
  const dropLast = changing(
    db,
    `DELETE FROM entries WHERE id IN (SELECT id FROM entries WHERE ${OF_STREAM} ORDER BY seq DESC LIMIT ?)`,
  );
  const dropAside = changing(db, `DELETE FROM setAside WHERE ${OF_STREAM}`);
  const dropStream = changing(db, 'DELETE FROM streams WHERE name = ?');
  const mark = changing(db, 'SAVEPOINT one');
  const undo = changing(db, 'ROLLBACK TO one');
  const release = changing(db, 'RELEASE one');

  /** All of it or nothing, whatever becomes of the transaction. */
  const together = (run: () => number): number => {
    mark();
    try {
      return run();
    } catch (error) {
      if (db.isTransaction) undo();
      throw error;
    } finally {
      if (db.isTransaction) release();
    }
  };

  const writes: EntryWrites = {
    append(name, ...row) {
      const [stream] = streamOf(name)[0] ?? addStream(name)[0]!;
      const text = row[6];
      const insert = () => append(stream, ...row, gramsOf(text));
      const added = text === null ? insert() : together(() => insert() && addWords());
      return added > 0 ? STORED : (seqOf(stream, row[1])[0]?.[0] ?? CONFLICT);
    },
    rewrite: (stream, seq, body, text) => rewrite(body, text, gramsOf(text), stream, seq),
    setAside: (stream, from, reason) =>
      together(() => {
        copyAside(reason, stream, from);
        return removeFrom(stream, from);
      }),
    drop(stream, limit) {
      const dropped = dropLast(stream, limit);
      if (dropped < limit) {
        dropAside(stream);
        dropStream(stream);
      }
      return dropped;
    },
  };
  return {
    writes,
    repeats: {
      ...writes,
      append: (stream, ...row) => (same(stream, ...row).length > 0 ? STORED : writes.append(stream, ...row)),
    },
  };
}

/** A statement for entries of a kind, which uses the index of kinds unless that has none of them. */
function ofKind(db: DatabaseSync, where: string, order: string) {
  const sql = (and: string) => `${ENTRIES} AND ${where} AND kind = ? ${and} ORDER BY ${order} LIMIT ?`;
  const indexed = reading<EntryRow>(db, sql("AND kind <> 'move'"));
  const moves = reading<EntryRow>(db, sql(''));
  return (kind: string) => (kind === 'move' ? moves : indexed);
}

/** The statements that read entries. */
export function entryReads(db: DatabaseSync): EntryReads {
  const after = reading<EntryRow>(db, `${ENTRIES} AND seq > ? ORDER BY seq LIMIT ?`);
  const afterOfKind = ofKind(db, 'seq > ?', 'seq');
  const before = reading<EntryRow>(db, `${ENTRIES} AND seq < ? ORDER BY seq DESC LIMIT ?`);
  const beforeOfKind = ofKind(db, 'seq < ?', 'seq DESC');
  const find = reading<[number]>(db, `SELECT seq FROM entries WHERE ${OF_STREAM} AND commandId = ?`);
  const last = reading<[number | null]>(db, `SELECT max(seq) FROM entries WHERE ${OF_STREAM}`);
  const streamsOf = reading<[number]>(
    db,
    'SELECT id FROM streams WHERE name IN (SELECT value FROM json_each(?))',
  );
  const search = reading<FoundRow>(
    db,
    `SELECT streams.name, entries.seq, entries.at, entries.text
     FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${MAX_FOUND}) AS found
     JOIN entries ON entries.id = found.rowid JOIN streams ON streams.id = entries.stream
     ORDER BY entries.at DESC, entries.seq DESC, streams.name LIMIT ?`,
  );
  return {
    after: (stream, seq, limit, kind) =>
      kind === null ? after(stream, seq, limit) : afterOfKind(kind)(stream, seq, kind, limit),
    before(stream, seq, limit, kind) {
      const end = seq ?? Number.MAX_SAFE_INTEGER;
      const rows = kind === null ? before(stream, end, limit) : beforeOfKind(kind)(stream, end, kind, limit);
      return rows.reverse();
    },
    // Without statistics SQLite would walk through the whole stream.
    about: reading<EntryRow>(
      db,
      `SELECT ${COLUMNS} FROM entries INDEXED BY entriesByTarget
       WHERE ${OF_STREAM} AND target IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    ),
    ofAuthor: reading<EntryRow>(db, `${ENTRIES} AND author = ? AND seq > ? ORDER BY seq LIMIT ?`),
    find: (stream, commandId) => find(stream, commandId)[0]?.[0] ?? null,
    last: (stream) => last(stream)[0]?.[0] ?? 0,
    search(names, words, limit) {
      const streams = streamsOf(names).map(([id]) => `"${id}"`);
      if (streams.length === 0) return [];
      return search(`stream : (${streams.join(' OR ')}) AND text : (${words})`, limit);
    },
  };
}
