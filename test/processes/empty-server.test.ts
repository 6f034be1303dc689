import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../harness/until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROBE = new URL('../harness/empty-server-probe.mjs', import.meta.url).href;
/** What a server holds at which nobody was yet, bytes: 26 MB, and some room for what comes. */
const HELD = 29 * 2 ** 20;
/** What is loaded when it is needed. */
const LATER = [
  'mongoose',
  'mongodb',
  'ioredis',
  '@colyseus/redis-driver',
  '@colyseus/redis-presence',
  'vite',
];

it('a server with nobody has loaded little, and holds little', async () => {
  const data = mkdtempSync(join(tmpdir(), 'color-clues-empty-'));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [`--import=${PROBE}`, 'dist/server/server/index.js'], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await until(() => said.includes('Play at'), 'the server', 30_000);
  child.send('now');
  const [{ packages, heldBytes }] = (await once(child, 'message')) as [
    { readonly packages: readonly string[]; readonly heldBytes: number },
  ];
  expect(packages).toContain('@colyseus/core');
  const loaded = packages.filter((name) => LATER.includes(name) || name.startsWith('@zxcvbn-ts/'));
  expect(loaded).toEqual([]);
  expect(heldBytes).toBeLessThan(HELD);
});
