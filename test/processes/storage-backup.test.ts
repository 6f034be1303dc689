import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checksumOf, FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { MAX_ROWS, type Storage, type StoredEntry } from '../../server/storage/types.ts';
import { fakeLog } from '../harness/fakes.ts';
import { until } from '../harness/until.ts';

const STREAM = 'chat:a';

const entry = (seq: number): StoredEntry => ({
  stream: STREAM,
  seq,
  commandId: `c${seq}`,
  at: seq,
  kind: 'message',
  target: null,
  author: null,
  text: `message number${seq}`,
  body: `{"n":${seq}}`,
});

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'backup-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function open(directory: string): Promise<Storage> {
  const storage = await sqliteStorage({ directory, log: fakeLog() });
  onTestFinished(() => storage.close());
  return storage;
}

/** Runs a script of the project and answers how it ended and what it said. */
async function script(name: 'backup' | 'restore', ...args: string[]) {
  const file = fileURLToPath(new URL(`../../scripts/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, said, complained };
}

const backup = (data: string, to: string) => script('backup', '--data', data, '--to', to);
const restore = (file: string, data: string, ...more: string[]) =>
  script('restore', file, '--data', data, ...more);

/** A store with three entries that nobody uses, and its backup. */
async function backedUp() {
  const data = await folder();
  const storage = await open(data);
  for (const seq of [1, 2, 3]) await storage.entries.append(entry(seq));
  await storage.close();
  const to = await folder();
  await backup(data, to);
  const name = (await readdir(to)).find((each) => each.endsWith('.db'));
  return { data, file: join(to, name ?? 'none') };
}

async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xff, 4_096 * 3, 4_096 * 3 + 64);
  await writeFile(file, bytes);
}

async function everything(storage: Storage): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (;;) {
    const page = await storage.entries.after(STREAM, all.length, MAX_ROWS);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

describe('a backup', () => {
  it('made under load has all that was acknowledged before, and is restored whole', async () => {
    const data = await folder();
    const storage = await open(data);
    await storage.documents.put({ kind: 'account', id: 'ana', owner: '', rank: 1, body: '{}' });
    let acknowledged = 0;
    let isOver = false;
    const writing = (async () => {
      for (let seq = 1; !isOver; seq++) {
        expect(await storage.entries.append(entry(seq))).toMatchObject({ ok: true });
        acknowledged = seq;
      }
    })();
    await until(() => acknowledged > 300, 'the writer');
    const before = acknowledged;
    const to = join(await folder(), 'backups');
    const { code, said } = await backup(data, to);
    const during = acknowledged - before;
    isOver = true;
    await writing;
    expect(code).toBe(0);
    expect(said).toMatch(/^The data \(entries: \d+, documents: 1\) is saved as .*\.db\.\n$/);
    expect(during).toBeGreaterThan(0);
    const [name = '', sum = '', ...more] = (await readdir(to)).sort();
    expect([sum, more]).toEqual([`${name}.sha256`, []]);
    expect(await readFile(join(to, sum), 'utf8')).toBe(`${await checksumOf(join(to, name))}  ${name}\n`);

    const empty = join(await folder(), 'data');
    const restored = await restore(join(to, name), empty);
    expect(restored.said).toMatch(/^The data \(entries: \d+, documents: 1\) is restored as .*\n$/);
    expect(await readdir(empty)).toEqual([FILE]);
    const again = await open(empty);
    const all = await everything(again);
    expect(all.length).toBeGreaterThanOrEqual(before);
    expect(all).toEqual(all.map((_, index) => entry(index + 1)));
    expect(await again.entries.search([STREAM], `number${before}`, 1)).toHaveLength(1);
    expect(await again.documents.get('account', 'ana')).not.toBeNull();
    expect(await again.entries.append(entry(all.length + 1))).toMatchObject({ ok: true });
  });

  it('of a damaged store is refused and leaves nothing behind', async () => {
    const { data } = await backedUp();
    await damage(join(data, FILE));
    const to = await folder();
    expect(await backup(data, to)).toMatchObject({ code: 1, said: '' });
    expect(await readdir(to)).toEqual([]);
  });

  it('of nothing is refused', async () => {
    const result = await backup(await folder(), await folder());
    expect(result).toMatchObject({ code: 1, complained: expect.stringContaining('There is no store in') });
  });
});

describe('a restore', () => {
  it('refuses a damaged backup, whether or not its checksum is', async () => {
    const { file } = await backedUp();
    await damage(file);
    const data = await folder();
    expect(await restore(file, data)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('not what its checksum was made of'),
    });
    await writeFile(`${file}.sha256`, `${await checksumOf(file)}  any\n`);
    expect(await restore(file, data)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('cannot be restored: '),
    });
    await rm(`${file}.sha256`);
    expect(await restore(file, data)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('There is no checksum'),
    });
    expect(await readdir(data)).toEqual([]);
  });

  it('refuses the backup of a newer program, and what is no backup', async () => {
    for (const [version, complaint] of [
      [99, 'newer version of this program'],
      [0, 'not a store of this program'],
    ] as const) {
      const { file } = await backedUp();
      const db = new DatabaseSync(file);
      db.exec(`PRAGMA user_version = ${version}`);
      db.close();
      await writeFile(`${file}.sha256`, `${await checksumOf(file)}  any\n`);
      const data = await folder();
      expect(await restore(file, data)).toMatchObject({
        code: 1,
        complained: expect.stringContaining(complaint),
      });
      expect(await readdir(data)).toEqual([]);
    }
  });

  it('replaces a store only with --force and when nobody uses it, and keeps the old one', async () => {
    const { data, file } = await backedUp();
    const storage = await open(data);
    await storage.entries.append(entry(4));
    expect(await restore(file, data)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('--force'),
    });
    expect(await restore(file, data, '--force')).toMatchObject({
      code: 1,
      complained: expect.stringContaining('is in use. Stop the server first.'),
    });
    expect(await storage.entries.append(entry(5))).toMatchObject({ ok: true });
    await storage.close();
    expect(await restore(file, data, '--force')).toMatchObject({
      code: 0,
      said: expect.stringContaining('is kept as'),
    });
    const again = await open(data);
    expect(await everything(again)).toEqual([entry(1), entry(2), entry(3)]);
    await again.close();
    const old = (await readdir(data)).find((name) => name.includes('.before-'));
    const db = new DatabaseSync(join(data, old ?? 'none'), { readOnly: true });
    expect(db.prepare('SELECT max(seq) AS last FROM entries').get()?.last).toBe(5);
    db.close();
  });

  it('replaces a store that cannot be opened', async () => {
    const { data, file } = await backedUp();
    await writeFile(join(data, FILE), 'scrambled '.repeat(1_000));
    expect(await restore(file, data, '--force')).toMatchObject({ code: 0 });
    expect(await everything(await open(data))).toHaveLength(3);
  });

  it('leaves no log of another store beside it', async () => {
    const { file } = await backedUp();
    const elsewhere = await folder();
    const other = await open(elsewhere);
    for (let seq = 1; seq <= 20; seq++) await other.entries.append(entry(seq));
    const data = await folder();
    await copyFile(join(elsewhere, `${FILE}-wal`), join(data, `${FILE}-wal`));
    expect(await restore(file, data)).toMatchObject({ code: 0 });
    expect(await everything(await open(data))).toHaveLength(3);
  });
});
