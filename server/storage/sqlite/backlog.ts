import type { DatabaseSync } from 'node:sqlite';
import { changing, reading } from './sql-statements.ts';
import { gramsOf } from './words.ts';

/** Rows that one step looks at. */
const STEP_ROWS = 300;

/** Work that a migration left for later, so that no start waits for it: old texts become findable by what is inside. */
export function backlogOf(db: DatabaseSync): { isLeft(): boolean; step(): boolean } {
  const next = reading<[number]>(db, "SELECT below FROM backlog WHERE name = 'grams'");
  const rows = reading<[number, string | null]>(
    db,
    'SELECT id, text FROM entries WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const write = changing(db, 'UPDATE entries SET grams = ? WHERE id = ?');
  const note = changing(db, "UPDATE backlog SET below = ? WHERE name = 'grams'");
  const finish = changing(db, "DELETE FROM backlog WHERE name = 'grams'");
  return {
    isLeft: () => next().length > 0,
    /** Inside of a transaction; false when it was the last step. */
    step() {
      const [below] = next()[0] ?? [0];
      const found = rows(below, STEP_ROWS);
      for (const [id, text] of found) {
        const grams = gramsOf(text);
        if (grams !== null) write(grams, id);
      }
      const last = found.at(-1)?.[0];
      if (last === undefined) finish();
      else note(last);
      return last !== undefined;
    },
  };
}
