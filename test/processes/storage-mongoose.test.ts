import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import {
  MAX_ROWS,
  MAX_WAITING_CHARACTERS,
  MAX_WAITING_WRITES,
  READ_MS,
  type Storage,
  type StoredDocument,
  type StoredEntry,
} from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { type LossyProxy, lossyProxy } from '../harness/lossy-proxy.ts';
import { MongoServer } from '../harness/mongo.ts';
import { until } from '../harness/until.ts';

const WRITER = fileURLToPath(new URL('../harness/mongoose-writer.ts', import.meta.url));
const UNAVAILABLE = { name: 'Unavailable' };
/** What a read may miss its deadline by, ms. */
const SLACK_MS = 1_000;

const entry = (stream: string, seq: number, more: Partial<StoredEntry> = {}): StoredEntry => ({
  stream,
  seq,
  commandId: `c${seq}`,
  at: 1_700_000_000_000 + seq,
  kind: 'change',
  target: null,
  author: null,
  text: null,
  body: `{"n":${seq}}`,
  ...more,
});
const document = (id: string): StoredDocument => ({ kind: 'member', id, owner: '', rank: 1, body: '{}' });
const streamsOf = (count: number) => Array.from({ length: count }, (_, n) => `match:${n}`);

async function wholeStream(storage: Storage, stream: string): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (;;) {
    const page = await storage.entries.after(stream, all.length, MAX_ROWS);
    if (page.length === 0) return all;
    all.push(...page);
  }
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

  it('loses, doubles and reorders nothing while 20 writers write', { timeout: 240_000 }, async () => {
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

  it('takes as many writes as may wait, then none, and stores them all', { timeout: 120_000 }, async () => {
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
    expect(await storage.entries.last('match:more')).toBe(0);
    expect(await storage.documents.get('member', 'more')).toBeNull();
    expect(await wholeStream(storage, 'match:7')).toEqual(all.filter(({ stream }) => stream === 'match:7'));
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
  let storage: Storage;

  beforeAll(async () => {
    server = await MongoServer.start();
    storage = await mongooseStorage({ url: server.url('test'), log: fakeLog() });
  });
  afterAll(async () => {
    await storage.close();
    await server.destroy();
  });

  it('bounds the characters that wait, and refuses reads in time', { timeout: 120_000 }, async () => {
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
    expect(await storage.entries.last('match:more')).toBe(0);
    expect(await storage.entries.append(more)).toEqual(ok(null));
    expect(await storage.entries.after('match:1', 0, 10)).toEqual([all[1]]);
  });
});

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

describe('mongoose', () => {
  let server: MongoServer;
  let url: string;
  let databases = 0;

  beforeAll(async () => {
    server = await MongoServer.start();
  });
  afterAll(() => server.destroy());
  beforeEach(() => {
    url = server.url(`test${++databases}`);
  });

  it('writes every other entry of a batch when one is refused', async () => {
    const storage = await mongooseStorage({ url, log: fakeLog() });
    const streams = streamsOf(30);
    await Promise.all(streams.map((stream) => storage.entries.append(entry(stream, 1))));
    const other = await mongooseStorage({ url, log: fakeLog() });
    const taken = entry('match:7', 2, { commandId: 'theirs' });
    await other.entries.append(taken);
    const answers = await Promise.all(
      [2, 3].flatMap((seq) => streams.map((stream) => storage.entries.append(entry(stream, seq)))),
    );
    expect(answers.map((answer, n) => (answer.ok ? null : n)).filter((n) => n !== null)).toEqual([7]);
    for (const stream of streams) {
      const expected = [1, 2, 3].map((seq) => entry(stream, seq));
      if (stream === taken.stream) expected[1] = taken;
      expect(await wholeStream(storage, stream)).toEqual(expected);
    }
    await Promise.all([storage.close(), other.close()]);
  });

  it('leaves no hole at any moment while it moves entries aside', async () => {
    const storage = await mongooseStorage({ url, log: fakeLog() });
    const all = Array.from({ length: 150 }, (_, n) => entry('match:a', n + 1));
    await Promise.all(all.map(storage.entries.append));
    let isMoved = false;
    const moving = storage.entries.setAside('match:a', 3, 'not understood').finally(() => {
      isMoved = true;
    });
    const seen = new Set<number>();
    while (!isMoved) {
      const rows = await storage.entries.after('match:a', 0, MAX_ROWS);
      expect(rows).toEqual(all.slice(0, rows.length));
      seen.add(rows.length);
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(await moving).toBe(all.length - 2);
    expect(await wholeStream(storage, 'match:a')).toEqual(all.slice(0, 2));
    await storage.close();
  });

  it('loses nothing that it acknowledged when its own process is killed', { timeout: 240_000 }, async () => {
    const acknowledged = new Map<string, string[]>(streamsOf(20).map((stream) => [stream, []]));
    const count = () => [...acknowledged.values()].flat().length;
    for (let kill = 0; kill < 3; kill++) {
      const before = count();
      const writer = startWriter(url, acknowledged);
      await until(() => count() > before + 300, 'the writer to write', 60_000);
      await killed(writer);
      const storage = await mongooseStorage({ url, log: fakeLog() });
      for (const [stream, commands] of acknowledged) {
        const stored = await wholeStream(storage, stream);
        expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
        expect(stored.slice(0, commands.length).map(({ commandId }) => commandId)).toEqual(commands);
        // The one that was on its way may be stored; the next process finds it.
        expect(stored.length - commands.length).toBeLessThanOrEqual(1);
        acknowledged.set(
          stream,
          stored.map(({ commandId }) => commandId),
        );
      }
      await storage.close();
    }
  });

  it('leaves data of a newer program alone', async () => {
    const storage = await mongooseStorage({ url, log: fakeLog() });
    await storage.close();
    const connection = await createConnection(url).asPromise();
    const meta = connection.collection('meta');
    await meta.updateOne({}, { $set: { version: 99 } });
    await connection.collection('entries').dropIndexes();
    await expect(mongooseStorage({ url, log: fakeLog() })).rejects.toMatchObject({
      name: 'TooNew',
      message: expect.stringContaining('99'),
    });
    expect(await meta.find().toArray()).toMatchObject([{ version: 99 }]);
    expect(await connection.collection('entries').indexes()).toHaveLength(1);
    await connection.close();
  });

  it('says that nobody answers, and tells no secret', { timeout: 120_000 }, async () => {
    const gone = await MongoServer.start();
    await gone.destroy();
    const lines: string[] = [];
    const write = (...line: unknown[]) => void lines.push(JSON.stringify(line));
    const url = `mongodb://ana:hunter2@127.0.0.1:${gone.port}/test`;
    const opening = mongooseStorage({ url, log: { debug: write, info: write, warn: write, error: write } });
    await expect(opening).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.not.stringContaining('hunter2'),
    });
    const nonsense = mongooseStorage({
      url: 'ana:hunter2@nowhere',
      log: { debug: write, info: write, warn: write, error: write },
    });
    await expect(nonsense).rejects.toMatchObject({ message: expect.not.stringContaining('hunter2') });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join()).not.toContain('hunter2');
  });
});

/** A read rejects as unavailable, in about the time it may take. */
async function expectLate(read: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await expect(read()).rejects.toMatchObject(UNAVAILABLE);
  const ms = performance.now() - start;
  expect(ms).toBeGreaterThan(READ_MS - SLACK_MS);
  expect(ms).toBeLessThan(READ_MS + SLACK_MS);
}

function startWriter(url: string, acknowledged: ReadonlyMap<string, string[]>): ChildProcess {
  const child = fork(WRITER, [url, ...acknowledged.keys()], { execArgv: [] });
  child.on('message', ({ stream, seq, commandId, ok }: Record<string, unknown>) => {
    const commands = acknowledged.get(String(stream));
    if (ok !== true || commands?.length !== Number(seq) - 1)
      throw new Error(`entry ${seq} came out of order`);
    commands.push(String(commandId));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await end;
}
