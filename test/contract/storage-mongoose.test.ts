import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { fakeLog } from '../harness/fakes.ts';
import { openMongo } from '../harness/mongo.ts';
import { describePast } from './past.ts';
import type { OpenedStorage } from './storage/opened.ts';
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

const openMongoose = async (): Promise<OpenedStorage> => {
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
};
describeStorage('mongoose', openMongoose);
describePast('mongoose', openMongoose);

it('mongoose: knows who wrote the messages of version 1', async () => {
  const url = server.url(`test-${randomUUID()}`);
  const raw = await createConnection(url).asPromise();
  const posted = { by: {}, events: [{ type: 'posted', message: { author: 'ana' } }] };
  const row = { stream: 'chat:a', at: 1, kind: 'message', target: null, text: null };
  const rows = [JSON.stringify(posted), '{torn'].map((body, i) => ({
    ...row,
    _id: `chat:a#${i + 1}` as never,
    seq: i + 1,
    commandId: `c${i}`,
    body,
  }));
  await raw.collection('entries').insertMany(rows);
  await raw.collection('meta').insertOne({ _id: 'format' as never, version: 1 });
  await raw.close();
  const { entries, close } = await mongooseStorage({ url, log: fakeLog() });
  expect(await entries.ofAuthor('chat:a', 'ana', 0, 9)).toMatchObject([{ seq: 1, author: 'ana' }]);
  expect(await entries.after('chat:a', 1, 9)).toMatchObject([{ seq: 2, author: null }]);
  await close();
  await drop(url);
});
