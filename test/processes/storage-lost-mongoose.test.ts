import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { err } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { type LossyProxy, lossyProxy } from '../harness/lossy-proxy.ts';
import { MongoServer } from '../harness/mongo.ts';
import { document, entry, streamsOf } from '../harness/storage-entries.ts';
import { until } from '../harness/until.ts';

describe('mongoose, with answers that are lost', () => {
  let server: MongoServer;
  let direct: Storage;

  beforeAll(async () => {
    server = await MongoServer.start();
    direct = await mongooseStorage({ url: server.url('test'), log: fakeLog() });
  });
  afterAll(async () => {
    await direct.close();
    await server.destroy();
  });

  async function withProxy(use: (storage: Storage, proxy: LossyProxy) => Promise<void>): Promise<void> {
    const proxy = await lossyProxy(server.port);
    const url = `mongodb://127.0.0.1:${proxy.port}/test`;
    const storage = await mongooseStorage({ url, log: fakeLog() });
    await use(storage, proxy);
    await storage.close();
    proxy.close();
  }

  it('knows its own writes again, and those of others', () =>
    withProxy(async (storage, proxy) => {
      const streams = streamsOf(20);
      await direct.entries.append(entry('match:theirs', 1));
      await direct.documents.insert(document('theirs'));
      proxy.loseAnswersTo('insert');
      const appends = Promise.all(
        [1, 2].flatMap((seq) => streams.map((stream) => storage.entries.append(entry(stream, seq)))),
      );
      const inserts = Promise.all(['a', 'b'].map((id) => storage.documents.insert(document(id))));
      const theirs = Promise.all([
        storage.entries.append(entry('match:theirs', 1, { commandId: 'x' })),
        storage.entries.append(entry('match:theirs', 2, { commandId: 'c1' })),
        storage.documents.insert({ ...document('theirs'), body: '{"other":1}' }),
      ]);
      // The second entry of a stream waits until the first is known to be stored.
      const isStored = async () =>
        (await Promise.all(streams.map(direct.entries.last))).every((last) => last === 1) &&
        (await direct.documents.getMany('member', ['a', 'b'])).length === 2;
      await until(isStored, 'the writes to be stored', 60_000);
      await until(() => !storage.health().isUp, 'the loss to be noticed');
      expect(storage.health().waiting).toBe(45);
      proxy.mend();
      expect(new Set((await appends).map((answer) => answer.ok))).toEqual(new Set([true]));
      expect(await inserts).toEqual([true, true]);
      expect(await theirs).toEqual([err({ kind: 'conflict' }), err({ kind: 'duplicate', seq: 1 }), false]);
    }));

  it.each(['insert', 'delete'])('moves entries aside once, when the answers to each %s are lost', (word) =>
    withProxy(async (storage, proxy) => {
      // A name without the word, which its questions would have in them.
      const stream = `match:${word.slice(1)}`;
      for (const seq of [1, 2, 3]) await direct.entries.append(entry(stream, seq));
      const connection = await createConnection(server.url('test')).asPromise();
      const kept = () => connection.collection('setAside').find({ stream }).sort({ seq: 1 }).toArray();
      proxy.loseAnswersTo(word);
      const moving = storage.entries.setAside(stream, 2, 'not understood');
      await until(() => !storage.health().isUp, 'the loss to be noticed');
      await until(async () => (await kept()).length >= 2, 'entries to be copied');
      proxy.mend();
      expect(await moving).toBe(2);
      expect(await direct.entries.last(stream)).toBe(1);
      expect(await kept()).toMatchObject(
        [2, 3].map((seq) => ({ ...entry(stream, seq), reason: 'not understood' })),
      );
      await connection.close();
    }),
  );
});
