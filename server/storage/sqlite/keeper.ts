import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type KeeperMessage, LOOK_MS } from './messages.ts';
import { reading } from './sql-statements.ts';
import { refuseLost, WORTH_PAGES } from './whole.ts';

/** A log of so many pages (16 MB) begins anew, even if whoever writes has to wait for that. */
const MAX_PAGES = 4_000;
/** How long to wait for others who use the log, ms: meanwhile nobody may write. */
const BUSY_MS = 50;
/** The log is emptied so long after the last write that forgets, and at the latest so long after the first, ms. */
const FORGET_MS = 2_000;
const FORGET_LATEST_MS = 30_000;

const port = parentPort!;
const { file } = workerData as { readonly file: string };
let database: ReturnType<typeof open> | null = null;
let looking: NodeJS.Timeout | null = null;
let forgetting: { readonly since: number; readonly timer: NodeJS.Timeout } | null = null;

/** Pages in the log, and those of them that are in the file, too; another process may be in the way. */
type Progress = [isBusy: number, pages: number, moved: number];

function open() {
  refuseLost(file);
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  const checkpoint = (how: string) => {
    const run = reading<Progress>(db, `PRAGMA wal_checkpoint(${how})`);
    return () => run()[0]!;
  };
  return {
    look: checkpoint('NOOP'),
    move: checkpoint('PASSIVE'),
    restart: checkpoint('RESTART'),
    empty: checkpoint('TRUNCATE'),
    close: () => db.close(),
  };
}

/** False when it has to be tried again: whatever is wrong with the disk, whoever writes meets it and says it. */
function attempt(act: (log: ReturnType<typeof open>) => boolean): boolean {
  try {
    database ??= open();
    return act(database);
  } catch {
    return false;
  }
}

function lookSoon(): void {
  looking ??= setTimeout(() => {
    looking = null;
    attempt((log) => {
      const [, pages, moved] = log.look();
      if (pages - moved >= WORTH_PAGES) log.move();
      if (pages >= MAX_PAGES) log.restart();
      return true;
    });
  }, LOOK_MS);
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
  const isDone = attempt((log) => {
    // Most of it without holding up anybody.
    log.move();
    return log.empty()[0] === 0;
  });
  if (!isDone) forgetSoon();
}

port.on('message', (message: KeeperMessage) => {
  if (message === 'written') lookSoon();
  else if (message === 'forget') {
    lookSoon();
    forgetSoon();
  } else {
    clearTimeout(looking ?? undefined);
    clearTimeout(forgetting?.timer);
    database?.close();
    port.close();
  }
});
