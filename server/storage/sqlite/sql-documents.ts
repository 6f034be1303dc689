import type { DatabaseSync } from 'node:sqlite';
import type { DocumentReads, DocumentRow, DocumentWrites } from './messages.ts';
import { changing, reading } from './sql-statements.ts';

const COLUMNS = 'kind, id, owner, rank, body';
const OF_KIND = `SELECT ${COLUMNS} FROM documents WHERE kind = ?`;

/** The statements that write documents; `repeats` are for those that may be stored already. */
export function documentWrites(db: DatabaseSync): { writes: DocumentWrites; repeats: DocumentWrites } {
  const insert = changing(
    db,
    `INSERT INTO documents (${COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const same = reading<[number]>(db, `SELECT 1 FROM documents WHERE (${COLUMNS}) IS (?, ?, ?, ?, ?)`);
  const writes: DocumentWrites = {
    insert,
    put: changing(
      db,
      `INSERT INTO documents (${COLUMNS}) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner, rank = excluded.rank, body = excluded.body`,
    ),
    rerank: changing(db, 'UPDATE documents SET rank = ? WHERE kind = ? AND id = ?'),
    remove: changing(db, 'DELETE FROM documents WHERE kind = ? AND id = ?'),
  };
  return { writes, repeats: { ...writes, insert: (...row) => insert(...row) || same(...row).length } };
}

/** The statements that read documents. */
export function documentReads(db: DatabaseSync): DocumentReads {
  const get = reading<DocumentRow>(db, `${OF_KIND} AND id = ?`);
  const list = reading<DocumentRow>(db, `${OF_KIND} AND owner = ? ORDER BY rank DESC, id LIMIT ?`);
  const listAfter = reading<DocumentRow>(
    db,
    `${OF_KIND} AND owner = ? AND rank <= ? AND (rank < ? OR id > ?) ORDER BY rank DESC, id LIMIT ?`,
  );
  return {
    get: (kind, id) => get(kind, id)[0] ?? null,
    getMany: reading<DocumentRow>(db, `${OF_KIND} AND id IN (SELECT value FROM json_each(?))`),
    list: (kind, owner, limit, rank, id) =>
      rank === null ? list(kind, owner, limit) : listAfter(kind, owner, rank, rank, id, limit),
    below: reading<DocumentRow>(db, `${OF_KIND} AND rank < ? ORDER BY rank, id LIMIT ?`),
  };
}
