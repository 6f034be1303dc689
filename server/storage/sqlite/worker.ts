import { parentPort, workerData } from 'node:worker_threads';
import { TooNew } from '../types.ts';
import type { Call, Fault, Reads, Reply, Request, Trouble, Writes } from './messages.ts';
import { type Database, openDatabase } from './sql.ts';
import { Lost } from './whole.ts';

/** Result codes of SQLite that say something of the disk or of other processes, not of the call. */
const TROUBLES: ReadonlySet<number> = new Set([3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 17, 23, 26]);
const BUSY = 5;

const port = parentPort!;
const { file } = workerData as { readonly file: string };
let database: Database | null = null;
/** Pause between two steps of catching up, ms: requests go first. */
const CATCH_UP_EVERY_MS = 20;
/** Writes after which something must be gone. */
const FORGETTING: ReadonlySet<string> = new Set(['rewrite', 'remove', 'drop']);
/** The log is emptied so long after the last of them, and at the latest so long after the first, ms. */
const FORGET_MS = 2_000;
const FORGET_LATEST_MS = 30_000;
let forgetting: { readonly since: number; timer: NodeJS.Timeout } | null = null;
let isCaughtUp = false;
let catchingUp: NodeJS.Timeout | null = null;

/** The primary result code of SQLite, or 0. */
const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether other processes or the disk are to blame, and not the call. */
const isTroubling = (error: unknown): boolean =>
  error instanceof TooNew || error instanceof Lost || TROUBLES.has(codeOf(error));

/** After trouble with the disk the file is let go; the next call opens it again. */
function troubleOf(error: unknown, isUncertain: boolean): Trouble {
  const isBusy = codeOf(error) === BUSY;
  if (!isBusy) letGo();
  const kind = isBusy ? 'busy' : error instanceof TooNew ? 'tooNew' : 'disk';
  return { trouble: messageOf(error), kind, isUncertain };
}

function letGo(): void {
  const given = database;
  database = null;
  try {
    given?.close();
  } catch {
    // It is given up anyway.
  }
}

/** Functions are looked up by the name that came with the message; both sides share their types. */
type Callable = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const call = (on: Writes | Reads, [name, ...args]: Call<string>): unknown =>
  (on as unknown as Callable)[name]!(...args);

function write(isRepeated: boolean, calls: Request[1]): Reply[0] {
  let isUncertain = false;
  try {
    database ??= openDatabase(file);
    const { transaction, writes, repeats } = database;
    return transaction(
      () => calls.map((each) => writeOne(isRepeated ? repeats : writes, each)),
      () => {
        isUncertain = true;
      },
    );
  } catch (error) {
    return troubleOf(error, isUncertain);
  }
}

/** One write of a transaction; trouble is for the transaction as a whole. */
function writeOne(writes: Writes, each: Call<keyof Writes>): number | Fault {
  try {
    return call(writes, each) as number;
  } catch (error) {
    if (isTroubling(error)) throw error;
    return { fault: messageOf(error) };
  }
}

function read(each: Call<keyof Reads>): unknown {
  try {
    database ??= openDatabase(file);
    return call(database.reads, each);
  } catch (error) {
    return isTroubling(error) ? troubleOf(error, false) : { fault: messageOf(error) };
  }
}

/** Between requests, what an older program left to do is done little by little. */
function catchUpSoon(): void {
  if (isCaughtUp || catchingUp) return;
  catchingUp = setTimeout(() => {
    catchingUp = null;
    try {
      isCaughtUp = database !== null && !database.catchUp();
    } catch (error) {
      if (!isTroubling(error)) throw error;
    }
    catchUpSoon();
  }, CATCH_UP_EVERY_MS);
}

/** What was overwritten or removed is still in the log, until that is emptied. */
function forgetSoon(): void {
  const now = performance.now();
  const since = forgetting?.since ?? now;
  clearTimeout(forgetting?.timer);
  const waitMs = Math.max(0, Math.min(FORGET_MS, since + FORGET_LATEST_MS - now));
  forgetting = { since, timer: setTimeout(forget, waitMs) };
}

function forget(): void {
  forgetting = null;
  let isDone = false;
  try {
    isDone = database?.emptyLog() ?? true;
  } catch (error) {
    if (!isTroubling(error)) throw error;
  }
  if (!isDone) forgetSoon();
}

port.on('message', (request: Request | 'close') => {
  if (request === 'close') {
    clearTimeout(catchingUp ?? undefined);
    clearTimeout(forgetting?.timer);
    isCaughtUp = true;
    letGo();
    port.close();
    return;
  }
  const [isRepeated, writes, reads] = request;
  const isReadOnly = writes.length === 0 && reads.length > 0;
  port.postMessage([isReadOnly ? [] : write(isRepeated, writes), reads.map(read)] satisfies Reply);
  if (writes.some(([name]) => FORGETTING.has(name))) forgetSoon();
  catchUpSoon();
});
