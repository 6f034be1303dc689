import { Error as MongooseError, mongo } from 'mongoose';

/** The code of MongoDB for a key that is taken. */
const TAKEN = 11_000;
/** Codes that say that a write or a question is wrong in itself: bad value, parse, type, validation, size. */
const FAULTS: ReadonlySet<unknown> = new Set([2, 9, 14, 22, 121, 10_334, 17_280, 17_419]);

/** The database refuses one row for what is in it. */
class Fault extends Error {
  override readonly name = 'Fault';
}

const KINDS = [Fault, mongo.MongoInvalidArgumentError, MongooseError.CastError];

/**
 * Whether it is of no use to try again: a bug, not the state of the database. Everything else counts as trouble on the
 * way, because a broken connection can show as every kind of error, also as one of Node itself.
 */
export const isFault = (error: unknown): boolean =>
  KINDS.some((kind) => error instanceof kind) ||
  (error instanceof mongo.MongoError && FAULTS.has(error.code));

/** For the log only. Messages of the driver name hosts, never passwords. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a row was not inserted: its key is taken, or an error. */
export type Refusal = 'taken' | Error;

/**
 * What became of the rows of an unordered insert that failed: why single rows were refused, by their index. Null when
 * the answer of the database does not say that the others are stored.
 */
export function refusalsOf(error: unknown): ReadonlyMap<number, Refusal> | null {
  if (!(error instanceof mongo.MongoBulkWriteError)) return null;
  const refused = [error.writeErrors].flat();
  if (refused.length === 0 || error.result.getWriteConcernError()) return null;
  return new Map(refused.map((each) => [each.index, refusalOf(each)]));
}

function refusalOf({ code, errmsg = '' }: mongo.WriteError): Refusal {
  if (code === TAKEN) return 'taken';
  return FAULTS.has(code) ? new Fault(errmsg) : new Error(errmsg);
}
