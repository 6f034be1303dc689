import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { fakeLog } from '../harness/fakes.ts';
import { openMongo } from '../harness/mongo.ts';
import { describeStorage } from './storage.ts';

let server: Awaited<ReturnType<typeof openMongo>>;

beforeAll(async () => {
  server = await openMongo();
});
afterAll(() => server.destroy());

async function drop(url: string): Promise<void> {
  const connection = await createConnection(url).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

describeStorage('mongoose', async () => {
  const url = server.url(`test-${randomUUID()}`);
  const all: Storage[] = [];
  const reopen = async () => {
    const storage = await mongooseStorage({ url, log: fakeLog() });
    all.push(storage);
    return storage;
  };
  return {
    storage: await reopen(),
    reopen,
    async destroy() {
      await Promise.all(all.map((each) => each.close()));
      await drop(url);
    },
  };
});
