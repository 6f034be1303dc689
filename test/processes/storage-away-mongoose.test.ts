import { createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import {
  MAX_WAITING_CHARACTERS,
  MAX_WAITING_WRITES,
  type Storage,
  type StoredEntry,
} from '../../server/storage/types.ts';
import { ok } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { MongoServer } from '../harness/mongo.ts';
import { patiently } from '../harness/patiently.ts';
import {
  document,
  entry,
  expectLate,
  streamsOf,
  UNAVAILABLE,
  wholeStream,
} from '../harness/storage-entries.ts';
import { until } from '../harness/until.ts';

/** The entries of some streams, as they are stored: with so many a busy machine answers no read of the backend in time. */
async function storedOf(url: string, streams: readonly string[]): Promise<object[]> {
  const connection = await createConnection(url).asPromise();
  const found = connection
    .collection('entries')
    .find({ stream: { $in: streams } }, { projection: { _id: 0 } });
  const rows = await found.sort({ seq: 1 }).toArray();
  await connection.close();
  return rows;
}

describe('mongoose, with a database that is killed', () => {
  let server: MongoServer;
  let url: string;
  let storage: Storage;
  let databases = 0;

  beforeAll(async () => {
    server = await MongoServer.start();
  });
  afterAll(() => server.destroy());

  beforeEach(async () => {
    url = server.url(`test${++databases}`);
    storage = await mongooseStorage({ url, log: fakeLog() });
  });
  afterEach(() => storage.close());

  it('loses, doubles and reorders nothing while 20 writers write', async () => {
    let isDone = false;
    let acknowledged = 0;
    const write = async (stream: string) => {
      const written: StoredEntry[] = [];
      while (!isDone) {
        // Two at once, so that a stream has writes that wait for others of its own.
        const pair = [1, 2].map((n) => entry(stream, written.length + n));
        expect(await Promise.all(pair.map(storage.entries.append))).toEqual([ok(null), ok(null)]);
        const id = `${stream}/${written.length}`;
        expect(await storage.documents.insert(document(id))).toBe(true);
        written.push(...pair);
        acknowledged += pair.length;
      }
      return written;
    };
    const writing = streamsOf(20).map(write);
    for (let kill = 0; kill < 4; kill++) {
      const before = acknowledged;
      await until(() => acknowledged > before + 200, 'the writers to go on', 60_000);
      await server.kill();
      await until(() => !storage.health().isUp, 'the absence to be noticed');
      await server.restart();
    }
    const before = acknowledged;
    await until(() => acknowledged > before + 200, 'the writers to go on', 60_000);
    isDone = true;
    const written = await Promise.all(writing);
    for (const [index, stream] of streamsOf(20).entries()) {
      expect(await wholeStream(storage, stream)).toEqual(written[index]);
    }
    expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
  });

  it('notices that an idle database is away, and that it is back', async () => {
    await server.kill();
    await until(() => !storage.health().isUp, 'the absence to be noticed');
    await server.restart();
    await until(() => storage.health().isUp, 'the return to be noticed');
  });

  it('refuses reads in time, and answers them again by itself', async () => {
    await storage.entries.append(entry('match:a', 1));
    await server.kill();
    const reads = [
      () => storage.entries.last('match:a'),
      () => storage.entries.search(['match:a'], 'word', 10),
      () => storage.documents.get('member', 'a'),
    ];
    await Promise.all(reads.map((read) => expectLate(read)));
    await server.restart();
    await until(async () => (await storage.entries.last('match:a').catch(() => 0)) === 1, 'a read');
  });

  it('takes as many writes as may wait, then none, and stores them all', async () => {
    await server.kill();
    const streams = streamsOf(500);
    const all = Array.from({ length: MAX_WAITING_WRITES }, (_, n) =>
      entry(streams[n % streams.length] ?? '', 1 + Math.floor(n / streams.length)),
    );
    const writing = Promise.all(all.map(storage.entries.append));
    expect(storage.health().waiting).toBe(MAX_WAITING_WRITES);
    await expect(storage.entries.append(entry('match:more', 1))).rejects.toMatchObject(UNAVAILABLE);
    await expect(storage.documents.put(document('more'))).rejects.toMatchObject(UNAVAILABLE);
    expect(storage.health().waiting).toBe(MAX_WAITING_WRITES);
    await server.restart();
    expect(new Set((await writing).map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(await storedOf(url, ['match:more', 'match:7'])).toEqual(
      all.filter(({ stream }) => stream === 'match:7'),
    );
    expect(await patiently(() => storage.documents.get('member', 'more'))).toBeNull();
  });

  it('refuses what waits when it is closed meanwhile', async () => {
    await server.kill();
    const writing = storage.entries.append(entry('match:a', 1));
    const refused = expect(writing).rejects.toMatchObject(UNAVAILABLE);
    await storage.close();
    await refused;
    await server.restart();
    storage = await mongooseStorage({ url, log: fakeLog() });
    expect(await storage.entries.last('match:a')).toBe(0);
  });

  it('waits for a database that starts later', async () => {
    await server.kill();
    const log = fakeLog();
    const opening = mongooseStorage({ url, log });
    await until(() => log.lines.length > 0, 'a failed attempt');
    await server.restart();
    const other = await opening;
    expect(await other.entries.append(entry('match:a', 1))).toEqual(ok(null));
    await other.close();
  });
});

describe('mongoose, with a database that hangs', () => {
  let server: MongoServer;
  let url: string;
  let storage: Storage;

  beforeAll(async () => {
    server = await MongoServer.start();
    url = server.url('test');
    storage = await mongooseStorage({ url, log: fakeLog() });
  });
  afterAll(async () => {
    await storage.close();
    await server.destroy();
  });

  it('bounds the characters that wait, and refuses reads in time', async () => {
    server.freeze();
    const body = 'x'.repeat(1024 * 1024 - 100);
    const all = streamsOf(MAX_WAITING_CHARACTERS / 1024 ** 2).map((stream) => entry(stream, 1, { body }));
    const writing = Promise.all(all.map(storage.entries.append));
    const more = entry('match:more', 1, { body });
    await expect(storage.entries.append(more)).rejects.toMatchObject(UNAVAILABLE);
    await expectLate(() => storage.entries.last('match:0'));
    await until(() => !storage.health().isUp, 'the silence to be noticed');
    server.thaw();
    expect(await writing).toEqual(all.map(() => ok(null)));
    expect(await storedOf(url, ['match:more', 'match:1'])).toEqual([all[1]]);
    expect(await storage.entries.append(more)).toEqual(ok(null));
  });
});
