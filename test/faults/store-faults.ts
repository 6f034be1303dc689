import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { type Backend, sqliteBackend } from '../harness/chaos-backend.ts';
import { fakeLog } from '../harness/fakes.ts';
import { MongoServer } from '../harness/mongo.ts';
import type { Rig } from './rig.ts';

/** How long a slow file is locked at a time, and how long it is not, ms. */
const LOCKED_MS = 800;
const FREE_MS = 200;

/** A store that can be taken away, and given back. */
export interface StoreFault {
  readonly name: string;
  readonly backend: Backend;
  /** It still takes something, and why: what is acknowledged meanwhile is stored. */
  readonly takes?: string;
  away(rig: Rig): Promise<void>;
  back(rig: Rig): Promise<void>;
}

/** Another process holds the lock of the file: everything waits. */
export async function lockedFile(): Promise<StoreFault> {
  const backend = await sqliteBackend();
  let db: DatabaseSync | null = null;
  return {
    name: 'SQLite, the file locked by another program',
    backend,
    async away() {
      db = new DatabaseSync(join(backend.env.DATA_DIR!, 'color-clues.db'), { timeout: 20_000 });
      db.exec('BEGIN EXCLUSIVE');
    },
    async back() {
      db?.exec('COMMIT');
      db?.close();
    },
  };
}

/** Another process has the lock of the file nearly all the time: everything takes its time. */
export async function slowFile(): Promise<StoreFault> {
  const backend = await sqliteBackend();
  let isSlow = true;
  let over = Promise.resolve();
  const hinder = async (): Promise<void> => {
    const db = new DatabaseSync(join(backend.env.DATA_DIR!, 'color-clues.db'), { timeout: 20_000 });
    while (isSlow) {
      db.exec('BEGIN EXCLUSIVE');
      await pause(LOCKED_MS);
      db.exec('COMMIT');
      await pause(FREE_MS);
    }
    db.close();
  };
  return {
    name: 'SQLite, slow: the file locked four fifths of the time',
    takes: 'between two locks',
    backend,
    async away() {
      over = hinder();
    },
    async back() {
      isSlow = false;
      await over;
    },
  };
}

/** The system refuses to let files grow: every write fails at once. */
export async function refusedWrites(): Promise<StoreFault> {
  const limit = ({ members }: Rig, bytes: string) => {
    for (const { product } of members)
      execFileSync('prlimit', ['--pid', String(product.pid), `--fsize=${bytes}:`]);
  };
  return {
    name: 'SQLite, every write refused by the system',
    backend: await sqliteBackend(),
    away: async (rig) => limit(rig, '1'),
    back: async (rig) => limit(rig, 'unlimited'),
  };
}

const DISK_MIB = 64;

/** A disk of its own that somebody else fills to the last byte; needs the right to mount one. */
export async function fullDisk(): Promise<StoreFault> {
  const directory = mkdtempSync(join(tmpdir(), 'color-clues-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', directory]);
  const filler = join(directory, 'filler');
  return {
    name: 'SQLite, the disk full',
    takes: 'into space that it still had',
    backend: {
      env: { DATA_DIR: directory },
      open: () => sqliteStorage({ directory, log: fakeLog() }),
      async destroy() {
        execFileSync('umount', ['-l', directory]);
        rmSync(directory, { recursive: true, force: true });
      },
    },
    async away() {
      for (let size = DISK_MIB * 2 ** 20; statfsSync(directory).bavail > 0 && size >= 1; size /= 2) {
        try {
          writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // What fitted is there.
        }
      }
    },
    back: async () => rmSync(filler),
  };
}

/** A database server that keeps its connections and answers nothing. */
export async function silentMongo(): Promise<StoreFault> {
  const server = await MongoServer.start();
  const url = server.url(`faults-${process.pid}-${Date.now()}`);
  const unused = mkdtempSync(join(tmpdir(), 'color-clues-faults-'));
  return {
    name: 'mongoose, the database silent',
    backend: {
      env: { MONGODB_URL: url, DATA_DIR: unused },
      open: () => mongooseStorage({ url, log: fakeLog() }),
      async destroy() {
        server.thaw();
        rmSync(unused, { recursive: true, force: true });
        await server.destroy();
      },
    },
    away: async () => server.freeze(),
    back: async () => server.thaw(),
  };
}
