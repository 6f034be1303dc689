import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Prepares a statement that changes rows; it answers how many. */
export function changing(db: DatabaseSync, sql: string): (...args: SQLInputValue[]) => number {
  const statement = db.prepare(sql);
  return (...args) => Number(statement.run(...args).changes);
}

/** Prepares a statement that answers rows, which are arrays of the shape `R`. */
export function reading<R>(db: DatabaseSync, sql: string): (...args: SQLInputValue[]) => R[] {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  // The columns named in the statement are what gives rows their shape.
  return (...args) => statement.all(...args) as unknown[] as R[];
}
