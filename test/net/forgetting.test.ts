import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deserialize } from 'node:v8';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { testForgetting } from '../harness/forgetting.ts';
import { plain } from '../harness/golden.ts';

/** The bytes of every file, and what snapshots hold, which is not to be read as it is. */
testForgetting('SQLite', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'color-clues-forgetting-'));
  return {
    env: { DATA_DIR: directory },
    async dump() {
      const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'));
      const db = new DatabaseSync(join(directory, FILE), { readOnly: true });
      const rows = db.prepare("SELECT body FROM documents WHERE kind = 'snapshot'").all();
      db.close();
      const folds = rows.map(({ body }) =>
        deserialize(Buffer.from(JSON.parse(String(body)).state, 'base64')),
      );
      return [...files, JSON.stringify(folds.map(plain))].join('\n');
    },
    destroy: async () => rmSync(directory, { recursive: true, force: true }),
  };
});
