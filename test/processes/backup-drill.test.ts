import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { Guest } from '../../loadtest/client/guest.ts';
import { Http } from '../../loadtest/client/http.ts';
import { FourPair } from '../harness/four-pair.ts';
import { freePort } from '../harness/free-port.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

const MANY = { LIMIT_CREATES_PER_ADDRESS: '100', TRUSTED_PROXIES: 'loopback' };

const script = (name: 'backup' | 'restore', ...args: readonly string[]) => {
  const file = fileURLToPath(new URL(`../../scripts/${name}.mjs`, import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
};

it('a backup made while people play, restored elsewhere, has every game, and they go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-drill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [data, backups, elsewhere] = ['data', 'backups', 'elsewhere'].map((name) => join(folder, name));
  const env = { ...MANY, PORT: String(await freePort()) };
  const first = await Product.start({ ...env, DATA_DIR: data! });
  onTestFinished(() => void first.stop('SIGKILL'));
  const http = new Http(first.url, 30_000);
  onTestFinished(() => http.close());
  const arrive = () => Guest.arrive(http, { frames: 0, bytes: 0 }, 1);
  const pairs: FourPair[] = [];
  for (let n = 0; n < 3; n++) {
    const pair = await FourPair.sit([await arrive(), await arrive()]);
    pair.play(20);
    pairs.push(pair);
  }
  await until(() => pairs.every(({ done }) => done.length > 3), 'some moves in each game');
  script('backup', '--data', data!, '--to', backups!);
  await first.stop('SIGKILL');

  const [backup = ''] = readdirSync(backups!).filter((name) => name.endsWith('.db'));
  script('restore', join(backups!, backup), '--data', elsewhere!);
  const second = await Product.start({ ...env, DATA_DIR: elsewhere! });
  onTestFinished(() => void second.stop());
  const before = pairs.map(({ done }) => done.length);
  await until(() => pairs.every(({ done }, n) => done.length > before[n]! + 3), 'each game to go on');
  await Promise.all(pairs.map((pair) => pair.rest()));
});
