import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openMongo } from '../harness/mongo.ts';
import { Product } from '../harness/product.ts';
import { RedisServer } from '../harness/redis.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

/** What a start may take on a busy machine, with the three seconds for a server that was killed, ms; one that finds it taken ends. */
const START_MS = 60_000;
const REFUSED = /Another server uses this database\. End it, or set MONGODB_URL .*, or REDIS_URL for both/;

let mongo: Awaited<ReturnType<typeof openMongo>>;
let redis: RedisServer;
let env: Readonly<Record<string, string>>;
const data = mkdtempSync(join(tmpdir(), 'color-clues-held-'));
beforeAll(async () => {
  [mongo, redis] = await Promise.all([openMongo(), RedisServer.start()]);
});
afterAll(async () => {
  await Promise.all([mongo.destroy(), redis.stop()]);
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => {
  env = { MONGODB_URL: mongo.url(`held-${process.pid}-${Date.now()}`), DATA_DIR: data };
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<Product> {
  const product = await Product.start({ ...env, ...more });
  onTestFinished(async () => void (await product.stop('SIGKILL')));
  return product;
}

it('a second server that knows nothing of the first is refused, with a sentence', async () => {
  const first = await start();
  const visitor = await Visitor.arrive(first);
  await expect(start()).rejects.toThrow(REFUSED);
  await expect(start({ REDIS_URL: redis.url })).rejects.toThrow(REFUSED);
  // The first one never noticed.
  expect((await visitor.call('/api/account')).status).toBe(200);
});

it('servers with one Redis have it together, and keep one without away', async () => {
  const shared = { REDIS_URL: redis.url };
  const [one, two] = await Promise.all([start(shared), start(shared)]);
  await expect(start()).rejects.toThrow(REFUSED);
  await one.stop('SIGKILL');
  await expect(start()).rejects.toThrow(REFUSED);
  await two.stop('SIGKILL');
  await start();
});

it.each(['SIGTERM', 'SIGKILL'] as const)('after %s the next one has it soon', async (signal) => {
  const first = await start();
  await first.stop(signal);
  const begun = performance.now();
  await start();
  expect(performance.now() - begun).toBeLessThan(START_MS);
});

it('a server that was held up until another one took the database ends when it goes on', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGSTOP');
  const second = await start();
  const visitor = await Visitor.arrive(second);
  process.kill(first.pid, 'SIGCONT');
  await until(() => first.output.includes('took its database over'), 'the first to notice');
  expect((await visitor.call('/api/account')).status).toBe(200);
});
