import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import type { Backend } from './chaos-backend.ts';
import { fakeLog } from './fakes.ts';
import { openMongo } from './mongo.ts';

/** What stands in for MongoDB reads all entries for each question: with too many a busy machine answers none in time. */
const CALM = 4;
/** So many questions at once it answers sooner than one after the other, on two cores, and no more. */
const CONNECTIONS = 4;

export async function mongooseBackend(): Promise<Backend> {
  const server = await openMongo();
  const url = server.url(`chaos-${process.pid}-${Date.now()}?maxPoolSize=${CONNECTIONS}`);
  const unused = mkdtempSync(join(tmpdir(), 'color-clues-chaos-'));
  return {
    env: { MONGODB_URL: url, DATA_DIR: unused },
    calm: CALM,
    open: () => mongooseStorage({ url, log: fakeLog() }),
    destroy: async () => {
      rmSync(unused, { recursive: true, force: true });
      await server.destroy();
    },
  };
}
