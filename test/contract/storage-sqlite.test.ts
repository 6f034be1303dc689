import { copyFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import {
  MAX_WAITING_CHARACTERS,
  MAX_WAITING_WRITES,
  READ_MS,
  type Storage,
  type StoredEntry,
} from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { entry as entryOf } from '../harness/storage-entries.ts';
import { until } from '../harness/until.ts';
import { describePast } from './past.ts';
import type { OpenedStorage } from './storage/opened.ts';
import { describeStorage } from './storage.ts';

const temporary = () => mkdtemp(join(tmpdir(), 'storage-'));

const openSqlite = async (): Promise<OpenedStorage> => {
  const directory = await temporary();
  const all: Storage[] = [];
  const reopen = async () => {
    const storage = await sqliteStorage({ directory, log: fakeLog() });
    all.push(storage);
    return storage;
  };
  return {
    storage: await reopen(),
    reopen,
    async destroy() {
      await Promise.all(all.map((each) => each.close()));
      await rm(directory, { recursive: true });
    },
  };
};
describeStorage('sqlite', openSqlite);
describe('finished games (rules 10.1, 10.2, 10.4, 10.6, 10.7, 10.8)', () =>
  describePast('sqlite', openSqlite));

const entry = (seq: number, more?: Partial<StoredEntry>) => entryOf('match:a', seq, more);

/** A directory that is gone after the test. */
async function folder(): Promise<string> {
  const directory = await temporary();
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function open(directory: string) {
  const log = fakeLog();
  const storage = await sqliteStorage({ directory, log });
  onTestFinished(() => storage.close());
  return { storage, log };
}

/** A connection of somebody else. */
function outsider(directory: string): DatabaseSync {
  const db = new DatabaseSync(join(directory, FILE));
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
}

/** The threads that are started from now on. */
function threads(): readonly Worker[] {
  const workers: Worker[] = [];
  const onWorker = (worker: Worker) => workers.push(worker);
  process.on('worker', onWorker);
  onTestFinished(() => void process.removeListener('worker', onWorker));
  return workers;
}

const someone = { kind: 'member', id: 'a', owner: 'ana', rank: 1, body: '{}' };
const unavailable = { name: 'Unavailable' };

describe('sqlite: the file', () => {
  it('is made with its directory', async () => {
    const directory = join(await folder(), 'deep', 'data');
    const { storage } = await open(directory);
    expect(await storage.entries.append(entry(1))).toEqual(ok(null));
    expect((await readFile(join(directory, FILE))).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('is refused when it is something else', async () => {
    const directory = await folder();
    await writeFile(join(directory, FILE), 'no database, but long enough to be looked at. '.repeat(100));
    await expect(sqliteStorage({ directory, log: fakeLog() })).rejects.toMatchObject(unavailable);
    const inside = join(directory, FILE, 'data');
    await expect(sqliteStorage({ directory: inside, log: fakeLog() })).rejects.toMatchObject(unavailable);
  });

  it('is refused when it was emptied, and its absence is said', async () => {
    const directory = await folder();
    const file = join(directory, FILE);
    await (await sqliteStorage({ directory, log: fakeLog() })).close();
    truncateSync(file);
    await expect(sqliteStorage({ directory, log: fakeLog() })).rejects.toThrow('is empty. Restore a backup');
    await rm(file);
    const log = fakeLog();
    await (await sqliteStorage({ directory, log })).close();
    expect(log.lines).toEqual(['the store that was here is gone; an empty one is made']);
  });

  it('is never begun anew beside the log of one that is gone', async () => {
    const directory = await folder();
    await writeFile(join(directory, `${FILE}-wal`), 'what was said last');
    await expect(sqliteStorage({ directory, log: fakeLog() })).rejects.toThrow('is gone, but not its log');
    expect(existsSync(join(directory, FILE))).toBe(false);
  });

  it('is whole whoever else makes it at the same time', async () => {
    const directory = await folder();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => sqliteStorage({ directory, log: fakeLog() })),
    );
    for (const [i, { documents }] of opened.entries())
      await documents.insert({ kind: 'k', id: `${i}`, owner: 'o', rank: 0, body: '{}' });
    expect(await opened[0]!.documents.list('k', 'o', { limit: 10 })).toHaveLength(4);
    for (const storage of opened) await storage.close();
    expect((await readdir(directory)).sort()).toEqual([FILE, 'store.json']);
  });

  it('does not keep forgotten words anywhere', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const secret = (seq: number) =>
      entry(seq, { text: `xylophone${seq} ${'zither '.repeat(3_000)}`, body: `{"said":"xylophone${seq}"}` });
    for (let seq = 1; seq <= 30; seq++) await storage.entries.append(secret(seq));
    for (let seq = 1; seq <= 30; seq++) {
      await storage.entries.rewrite('match:a', seq, { body: '{}', text: null });
    }
    await storage.close();
    const bytes = readFileSync(join(directory, FILE)).toString('latin1');
    expect(bytes).not.toContain('xylophone');
    expect(bytes).not.toContain('zither');
  });
});

describe('sqlite: the index of words', () => {
  it('agrees with the entries, however they were written, changed and removed', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const texts = ['hello there', 'who is here', 'hello again', 'and here'];
    for (const [index, text] of texts.entries()) await storage.entries.append(entry(index + 1, { text }));
    await storage.entries.append(entry(3, { text: 'refused' }));
    await storage.entries.rewrite('match:a', 1, { body: '{}', text: 'hello once more' });
    await storage.entries.drop('match:a', 1);
    const check = "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)";
    expect(() => outsider(directory).exec(check)).not.toThrow();
    const found = await storage.entries.search(['match:a'], 'hello', 9);
    expect(found.map(({ seq }) => seq).sort()).toEqual([1, 3]);
  });
});

describe('sqlite: the log', () => {
  /** Pages that are in the log, or were since it began anew. */
  const pagesIn = (db: DatabaseSync) => Number(db.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.log);

  it('is moved into the file by a thread of its own, and begins anew before it is long', async () => {
    const directory = await folder();
    const workers = threads();
    const { storage } = await open(directory);
    const other = outsider(directory);
    const megabyte = 'x'.repeat(1024 * 1024);
    const isShort = async () => {
      await storage.documents.put(someone);
      return pagesIn(other) < 100;
    };
    for (const first of [1, 21]) {
      for (let seq = first; seq < first + 20; seq++)
        await storage.entries.append(entry(seq, { body: JSON.stringify(megabyte) }));
      expect(workers).toHaveLength(1);
      await until(isShort, 'the log to begin anew');
    }
    expect(await storage.entries.last('match:a')).toBe(40);
  });

  it('is moved only when a thousand pages are worth it: what is written again and again is moved once', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    const look = other.prepare('PRAGMA wal_checkpoint(NOOP)');
    let longest = 0;
    const isMoved = async () => {
      await storage.documents.put(someone);
      const { log, checkpointed } = look.get() as { log: number; checkpointed: number };
      const hasBegunAnew = log < longest;
      longest = Math.max(longest, log);
      return hasBegunAnew || checkpointed > 0;
    };
    await until(isMoved, 'the log to be moved');
    expect(longest).toBeGreaterThanOrEqual(1_000);
  });

  it('takes three pages for a move: the entry, its place, and its command', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    const pages: number[] = [];
    for (let seq = 1; seq <= 8; seq++) {
      await storage.entries.append(entry(seq, { kind: 'move' }));
      pages.push(pagesIn(other));
    }
    const each = pages.slice(1).map((sum, index) => sum - pages[index]!);
    expect(Math.min(...each)).toBe(3);
  });

  it('is empty soon after something is removed, also while somebody reads for a while', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    await storage.documents.put({ ...someone, body: '{"said":"xylophone"}' });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM documents').all();
    await storage.documents.remove(someone.kind, someone.id);
    const holds = () =>
      [FILE, `${FILE}-wal`].some((name) => readFileSync(join(directory, name)).includes('xylophone'));
    expect(holds()).toBe(true);
    other.exec('COMMIT');
    await until(() => !holds(), 'the log to be empty');
    expect(await storage.documents.insert(someone)).toBe(true);
  });
});

describe('sqlite: a log that ends anywhere', () => {
  it('opens with what was stored before its end, cut at every byte of the last three commits', async () => {
    const directory = await folder();
    const log = join(directory, `${FILE}-wal`);
    const small = outsider(directory);
    small.exec('PRAGMA page_size = 512; VACUUM');
    small.close();
    const { storage } = await open(directory);
    const ends: number[] = [];
    for (let seq = 1; seq <= 6; seq++) {
      await storage.entries.append(entry(seq));
      ends.push(statSync(log).size);
    }
    const copy = await folder();
    const take = (to: string, bytes: number) => {
      copyFileSync(join(directory, FILE), join(to, FILE));
      copyFileSync(log, join(to, `${FILE}-wal`));
      truncateSync(join(to, `${FILE}-wal`), bytes);
    };
    const first = ends.at(-4)!;
    const whole = ends.at(-1)!;
    expect(whole - first).toBeGreaterThan(3 * 536);
    take(copy, whole);
    for (let end = whole; end >= first; end--) {
      truncateSync(join(copy, `${FILE}-wal`), end);
      const stored = ends.filter((each) => each <= end).length;
      const db = new DatabaseSync(join(copy, FILE), { readOnly: true });
      const rows = db.prepare('SELECT seq FROM entries ORDER BY id').all();
      db.close();
      expect(rows.map(({ seq }) => seq)).toEqual(ends.slice(0, stored).map((_, index) => index + 1));
    }
    for (const end of ends.slice(-3).flatMap((each) => [each - 1, each])) {
      const other = await folder();
      take(other, end);
      const again = (await open(other)).storage;
      const stored = ends.filter((each) => each <= end).length;
      expect(await again.entries.last('match:a')).toBe(stored);
      expect(await again.entries.append(entry(stored + 1))).toEqual(ok(null));
    }
  });
});

describe('sqlite: trouble', () => {
  it('lets one impossible write fail alone', async () => {
    const { storage } = await open(await folder());
    const answers = await Promise.allSettled([
      storage.entries.append(entry(1)),
      storage.entries.append(entry(2, { at: Number.NaN })),
      storage.entries.append(entry(2)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await storage.entries.last('match:a')).toBe(2);
    expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
  });

  it('waits while another process keeps the file locked, reads meanwhile, and goes on by itself', async () => {
    const directory = await folder();
    const { storage, log } = await open(directory);
    await storage.entries.append(entry(1));
    const other = outsider(directory);
    other.exec('BEGIN EXCLUSIVE');
    const writing = [storage.entries.append(entry(2)), storage.documents.insert(someone)];
    await until(() => log.lines.length > 0, 'the store to say that it is away');
    expect(storage.health()).toMatchObject({ backend: 'sqlite', isUp: false, waiting: 2 });
    expect(await storage.entries.last('match:a')).toBe(1);
    other.exec('COMMIT');
    expect(await Promise.all(writing)).toEqual([ok(null), true]);
    expect(storage.health()).toMatchObject({ backend: 'sqlite', isUp: true, waiting: 0 });
    expect(storage.health().troubles).toBeGreaterThan(0);
    expect(log.lines).toEqual(['the store is away', 'the store is back']);
  });

  it('opens when a lock is released', async () => {
    const directory = await folder();
    await (await open(directory)).storage.close();
    const other = outsider(directory);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    const log = fakeLog();
    const opening = sqliteStorage({ directory, log });
    await until(() => log.lines.length > 0, 'the store to say that it waits');
    other.close();
    const storage = await opening;
    onTestFinished(() => storage.close());
    expect(await storage.entries.append(entry(1))).toEqual(ok(null));
  });

  it(`refuses at once what does not fit into the queue of ${MAX_WAITING_WRITES} writes`, async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    other.exec('BEGIN EXCLUSIVE');
    const writing = Array.from({ length: MAX_WAITING_WRITES }, (_, n) =>
      storage.entries.append(entry(n + 1)),
    );
    await expect(storage.entries.append(entry(99_999))).rejects.toMatchObject(unavailable);
    await expect(storage.documents.put(someone)).rejects.toMatchObject(unavailable);
    expect(storage.health().waiting).toBe(MAX_WAITING_WRITES);
    other.exec('COMMIT');
    expect(new Set((await Promise.all(writing)).map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(await storage.entries.last('match:a')).toBe(MAX_WAITING_WRITES);
    await storage.documents.put(someone);
  });

  it('refuses at once what has too many characters together', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    other.exec('BEGIN EXCLUSIVE');
    const half = 'x'.repeat(MAX_WAITING_CHARACTERS / 2 - 1_000);
    const writing = [1, 2].map((seq) => storage.entries.append(entry(seq, { body: half })));
    await expect(storage.entries.append(entry(3, { body: 'x'.repeat(2_000) }))).rejects.toMatchObject(
      unavailable,
    );
    const small = storage.entries.append(entry(3));
    other.exec('COMMIT');
    expect(await Promise.all([...writing, small])).toEqual([ok(null), ok(null), ok(null)]);
    expect(await storage.entries.append(entry(4, { body: half }))).toEqual(ok(null));
  });

  it('gives up what still waits when it is closed', async () => {
    const directory = await folder();
    const { storage } = await open(directory);
    const other = outsider(directory);
    other.exec('BEGIN EXCLUSIVE');
    const writing = storage.entries.append(entry(1));
    const closing = storage.close();
    await expect(writing).rejects.toMatchObject(unavailable);
    await closing;
    other.exec('COMMIT');
    expect(await (await open(directory)).storage.entries.last('match:a')).toBe(0);
  });

  it('loses and repeats nothing when its thread dies again and again', async () => {
    const workers = threads();
    const { storage } = await open(await folder());
    const deaths = 15;
    let isOver = false;
    const write = async (name: string) => {
      let seq = 0;
      for (; !isOver; seq++) {
        const answer = await storage.entries.append(entry(seq + 1, { stream: `match:${name}` }));
        expect(answer).toEqual(ok(null));
        expect(await storage.documents.insert({ ...someone, id: `${name}/${seq}` })).toBe(true);
      }
      return seq;
    };
    const names = Array.from({ length: 20 }, (_, n) => `n${n}`);
    const writing = Promise.all(names.map(write));
    for (let death = 0; death < deaths; death++) {
      const before = await storage.entries.last('match:n0').catch(() => 0);
      await until(
        async () => (await storage.entries.last('match:n0').catch(() => 0)) > before + 3,
        'the writers to go on',
      );
      await workers.at(-1)?.terminate();
    }
    isOver = true;
    const written = await writing;
    expect(workers.length).toBe(deaths + 1);
    expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
    for (const [index, name] of names.entries()) {
      expect(await storage.entries.last(`match:${name}`)).toBe(written[index]);
    }
  });

  it('waits for a disk that was taken away; reads are refused in time', async () => {
    const parent = await folder();
    const directory = join(parent, 'data');
    const workers = threads();
    const { storage } = await open(directory);
    await storage.entries.append(entry(1));
    await rename(directory, join(parent, 'away'));
    await workers[0]?.terminate();
    const writing = storage.entries.append(entry(2));
    const started = performance.now();
    await expect(storage.entries.last('match:a')).rejects.toMatchObject(unavailable);
    expect(performance.now() - started).toBeLessThan(READ_MS + 5_000);
    expect(storage.health()).toMatchObject({ isUp: false, waiting: 1 });
    await rename(join(parent, 'away'), directory);
    expect(await writing).toEqual(ok(null));
    expect(await storage.entries.after('match:a', 0, 5)).toEqual([entry(1), entry(2)]);
    expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
  });

  it('notices by itself that the disk is back, when nothing is to be written', async () => {
    const parent = await folder();
    const directory = join(parent, 'data');
    const workers = threads();
    const { storage } = await open(directory);
    await rename(directory, join(parent, 'away'));
    await workers[0]?.terminate();
    await expect(storage.entries.last('match:a')).rejects.toMatchObject(unavailable);
    expect(storage.health().isUp).toBe(false);
    await rename(join(parent, 'away'), directory);
    await until(() => storage.health().isUp, 'the store to be back');
  });

  it('takes an answer that came while this process stood still, however long that was', async () => {
    const { storage } = await open(await folder());
    await storage.entries.append(entry(1));
    // Whatever happens from here until nothing of this process runs is followed by its timers.
    await new Promise((resolve) => setImmediate(resolve));
    const reading = storage.entries.last('match:a');
    await Promise.resolve().then(() => {});
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, READ_MS + 100);
    expect(await reading).toBe(1);
  });

  it('answers a duplicate as such when no write was repeated', async () => {
    const { storage } = await open(await folder());
    await storage.entries.append(entry(1));
    expect(await storage.entries.append(entry(1))).toEqual(err({ kind: 'duplicate', seq: 1 }));
  });
});
