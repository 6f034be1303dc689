import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { MAX_ROWS, type Storage, type StoredEntry } from '../../server/storage/types.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { fakeLog } from '../harness/fakes.ts';
import { until } from '../harness/until.ts';

const PROGRAM = fileURLToPath(new URL('./storage-writer.ts', import.meta.url));
const STREAMS = 8;
const KILLS = 25;

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'crash-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

/** Starts a process that writes to `directory` and notes what was acknowledged in `<name>.txt` there. */
async function startWriter(directory: string, name: string): Promise<ChildProcess> {
  const child = fork(PROGRAM, [directory, join(directory, `${name}.txt`), name, String(STREAMS)], {
    execArgv: [],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

const lines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

async function everything(storage: Storage, stream: string): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (;;) {
    const page = await storage.entries.after(stream, all.length, MAX_ROWS);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** Checks that every stream is 1, 2, 3… without holes and with its contents, and answers how long each is. */
async function lengthsOf(storage: Storage): Promise<Map<string, number>> {
  const lengths = new Map<string, number>();
  for (let n = 0; n < STREAMS; n++) {
    const all = await everything(storage, `chat:${n}`);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all.filter(({ body, text }) => body !== JSON.stringify({ text }))).toEqual([]);
    lengths.set(`chat:${n}`, all.length);
  }
  return lengths;
}

/** SQLite's own opinion of the file, and that of the full-text index. */
function expectSound(directory: string): void {
  const db = new DatabaseSync(join(directory, FILE));
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  db.exec("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)");
  db.close();
}

describe('processes that write to one store', () => {
  it(`lose nothing that was acknowledged when they are killed ${KILLS} times`, async () => {
    const directory = await folder();
    const noted = join(directory, 'writer.txt');
    const seed = Date.now() % 100_000;
    const rng = seededRng(seed);
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = await startWriter(directory, 'writer');
      const target = sizeOf(noted) + 1_000 + rng.int(10_000);
      await until(() => sizeOf(noted) > target, 'the writer to be acknowledged', 60_000);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const storage = await sqliteStorage({ directory, log: fakeLog() });
      const lengths = await lengthsOf(storage);
      const lost = lines(noted).filter((line) => {
        const [stream = '', seq] = line.split(' ');
        return Number(seq) > (lengths.get(stream) ?? 0);
      });
      expect(lost, `seed ${seed}, kill ${kill}`).toEqual([]);
      await storage.close();
    }
    expectSound(directory);
    expect(lines(noted).length).toBeGreaterThan(KILLS * 50);
  });

  it('share it: each seq has one owner, and nothing is lost', async () => {
    const directory = await folder();
    const names = ['one', 'two', 'three'];
    const files = names.map((name) => join(directory, `${name}.txt`));
    const children = await Promise.all(names.map((name) => startWriter(directory, name)));
    await until(() => files.every((file) => sizeOf(file) > 8_000), 'all to be acknowledged', 60_000);
    const codes = await Promise.all(
      children.map(async (child) => {
        child.send('stop');
        const [code] = await once(child, 'exit');
        return code;
      }),
    );
    expect(codes).toEqual([0, 0, 0]);
    const storage = await sqliteStorage({ directory, log: fakeLog() });
    const lengths = await lengthsOf(storage);
    const all = files.flatMap(lines);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe([...lengths.values()].reduce((sum, length) => sum + length, 0));
    await storage.close();
    expectSound(directory);
  });
});
