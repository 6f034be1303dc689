import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import { MAX_ROWS } from '../../server/storage/types.ts';
import { fakeLog } from '../harness/fakes.ts';
import { MongoServer } from '../harness/mongo.ts';
import { entry, streamsOf, UNAVAILABLE, wholeStream } from '../harness/storage-entries.ts';
import { until } from '../harness/until.ts';

const WRITER = fileURLToPath(new URL('../harness/mongoose-writer.ts', import.meta.url));

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

  it('loses nothing that it acknowledged when its own process is killed', async () => {
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

  it('says that nobody answers, and tells no secret', async () => {
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
