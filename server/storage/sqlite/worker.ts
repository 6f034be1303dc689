import { parentPort, Worker, workerData } from 'node:worker_threads';
import { TooNew } from '../types.ts';
import {
  type Call,
  type Fault,
  type KeeperMessage,
  LOOK_MS,
  type Reads,
  type Reply,
  type Request,
  type Trouble,
  type Writes,
} from './messages.ts';
import { type Database, openDatabase } from './sql.ts';
import { isLogLong, Lost } from './whole.ts';

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
/** The keeper of the log lies beside this file, whether that is a source or built. */
const KEEPER = new URL(import.meta.url.endsWith('.ts') ? './keeper.ts' : './keeper.js', import.meta.url);
/** So long after a write it is started, ms, if there is anything to do: a thread takes 10 MB. */
const HIRE_MS = 500;
let keeper: Worker | null = null;
/** What is written until then the keeper sees without being told, by `performance.now()`. */
let keeperLooksAt = 0;
let hiring: NodeJS.Timeout | null = null;
let firstWord: KeeperMessage | null = null;
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
  clearTimeout(hiring ?? undefined);
  keeper?.postMessage('close' satisfies KeeperMessage);
  [hiring, firstWord, keeper] = [null, null, null];
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
      if (database) tellKeeper('written');
    } catch (error) {
      if (!isTroubling(error)) throw error;
    }
    catchUpSoon();
  }, CATCH_UP_EVERY_MS);
}

/** Moving the log into the file takes as long as the disk likes: another thread does it, as long as the store is open. */
function tellKeeper(message: 'written' | 'forget'): void {
  if (keeper) {
    const now = performance.now();
    if (message === 'written' && now < keeperLooksAt) return;
    keeperLooksAt = now + LOOK_MS;
    keeper.postMessage(message satisfies KeeperMessage);
    return;
  }
  firstWord = message === 'forget' ? message : (firstWord ?? message);
  hiring ??= setTimeout(hire, HIRE_MS);
}

function hire(): void {
  hiring = null;
  if (firstWord === 'written' && !isLogLong(file)) {
    firstWord = null;
    return;
  }
  const hired = new Worker(KEEPER, { name: 'log of the store', workerData: { file } });
  hired.on('error', () => {
    // The next write starts another one.
    if (keeper === hired) keeper = null;
  });
  keeper = hired;
  if (firstWord) keeper.postMessage(firstWord);
  firstWord = null;
}

port.on('message', (request: Request | 'close') => {
  if (request === 'close') {
    clearTimeout(catchingUp ?? undefined);
    isCaughtUp = true;
    letGo();
    port.close();
    return;
  }
  const [isRepeated, writes, reads] = request;
  const isReadOnly = writes.length === 0 && reads.length > 0;
  port.postMessage([isReadOnly ? [] : write(isRepeated, writes), reads.map(read)] satisfies Reply);
  if (database && writes.length > 0) {
    tellKeeper(writes.some(([name]) => FORGETTING.has(name)) ? 'forget' : 'written');
  }
  catchUpSoon();
});
