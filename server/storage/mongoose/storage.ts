import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection } from 'mongoose';
import type { Log } from '../../../shared/engine/ports.ts';
import { Held, READ_MS, type Storage, TooNew, Unavailable } from '../types.ts';
import { documentsOn } from './documents.ts';
import { entriesOn } from './entries.ts';
import { messageOf } from './errors.ts';
import { type Holder, holdDatabase } from './hold.ts';
import { prepare } from './migrations.ts';
import { type Models, modelsOn } from './models.ts';
import { Pulse } from './pulse.ts';
import { WriteQueue } from './queue.ts';
import { Reader } from './reads.ts';

/** How long the database may stay away while the server starts, and the pause between tries, ms. */
const OPEN_MS = 15_000;
const OPEN_AGAIN_MS = 500;
const CLOSE_MS = 5_000;
/** How often an idle database is asked whether it is there, ms. */
const PING_MS = 2_000;
/** A database that says nothing for so long is taken for gone, ms. Nothing that is asked of it takes as long. */
const SILENCE_MS = 10_000;

const OPTIONS = {
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  readPreference: 'primary',
  // Trying again is the queue's business: it knows what may be stored already.
  retryWrites: false,
  writeConcern: { w: 'majority', journal: true },
  serverSelectionTimeoutMS: READ_MS,
  connectTimeoutMS: READ_MS,
  socketTimeoutMS: SILENCE_MS,
  // What waits longer for a connection is tried again, or given up: it is not sent when nobody waits for it any more.
  waitQueueTimeoutMS: 1_000,
} as const;

/** Connections, and so what is asked of the database at once; a weak one gets out of a rush with fewer, which its URL says. */
const CONNECTIONS = 20;
const saysConnections = (url: string): boolean => /[?&]maxPoolSize=/i.test(url);

/** How a database is connected to. */
const optionsFor = (url: string) => ({
  ...OPTIONS,
  ...(!saysConnections(url) && { maxPoolSize: CONNECTIONS }),
  ...(!hasDatabase(url) && { dbName: DATABASE }),
});

/** The name of the database when the URL has none. */
const DATABASE = 'color-clues';
const hasDatabase = (url: string): boolean => /^[^:]+:\/\/[^/?]+\/[^/?]/.test(url);

interface MongooseStorageOptions {
  readonly url: string;
  readonly log: Log;
  /** For whom the database is held; without it nobody is kept away. */
  readonly holder?: Holder;
  /** Called once, when somebody else has taken the database over. */
  lost?(): void;
}

type Release = () => Promise<void>;

/** Connects, holds the database, and makes ready what is in it. Rejects with `TooNew`, `Held`, or `Unavailable` after a while. */
async function open(
  connection: Connection,
  models: Models,
  { url, log, holder, lost = () => {} }: MongooseStorageOptions,
): Promise<Release> {
  const deadline = performance.now() + OPEN_MS;
  for (let attempt = 0; ; attempt++) {
    try {
      await connection.openUri(url, optionsFor(url));
      const release = holder ? await holdDatabase(models, holder, lost) : async () => {};
      await prepare(models);
      return release;
    } catch (error) {
      if (error instanceof TooNew || error instanceof Held) throw error;
      if (attempt === 0) log.info({ trouble: messageOf(error) }, 'the store cannot be opened; trying again');
      // Two classes of the driver have this name, and only one of them can be imported.
      const isHopeless = error instanceof Error && error.name === 'MongoParseError';
      if (isHopeless || performance.now() > deadline)
        throw new Unavailable(`it cannot be reached (${messageOf(error)})`);
    }
    await pause(OPEN_AGAIN_MS);
  }
}

/** Asks an idle database now and then whether it is there. Returns how to stop. */
function watch(connection: Connection, pulse: Pulse, queue: WriteQueue, reader: Reader): () => void {
  const stop = new AbortController();
  const ping = async () => {
    while (!stop.signal.aborted) {
      await pause(PING_MS, null, { ref: false, signal: stop.signal });
      if (queue.waiting > 0) continue;
      try {
        await reader.read(async () => connection.db?.command({ ping: 1 }));
        pulse.felt();
      } catch (error) {
        if (!stop.signal.aborted) pulse.missed(messageOf(error));
      }
    }
  };
  // Stopping it ends its pause with an error.
  ping().catch(() => {});
  return () => stop.abort();
}

/**
 * The store in MongoDB, or in what speaks its protocol, which several servers may share. Correctness rests on inserts
 * under unique keys alone: no transactions, no change streams. Rejects with `TooNew`, with `Held` when it is another
 * server's, or with `Unavailable` when the database cannot be reached for 15 s.
 */
export async function mongooseStorage(options: MongooseStorageOptions): Promise<Storage> {
  const { log } = options;
  const connection = createConnection();
  const models = modelsOn(connection);
  let release: Release;
  try {
    release = await open(connection, models, options);
  } catch (error) {
    await connection.destroy(true);
    throw error;
  }
  const pulse = new Pulse(log);
  const queue = new WriteQueue(log, pulse);
  const reader = new Reader(log);
  const unwatch = watch(connection, pulse, queue, reader);
  let closing: Promise<void> | null = null;
  const close = async () => {
    reader.close();
    unwatch();
    await queue.drain(CLOSE_MS);
    await release().catch(() => {});
    await connection.destroy(true);
  };
  return {
    entries: entriesOn(models, queue, reader),
    documents: documentsOn(models, queue, reader),
    health: () => ({
      backend: 'mongoose',
      isUp: pulse.isUp && !queue.isOverdue,
      waiting: queue.waiting,
      troubles: queue.troubles,
    }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
