import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Product } from '../harness/product.ts';
import { tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { call } from '../harness/visitor.ts';

let data: string;
let product: Product;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'color-clues-away-'));
  product = await Product.start({ DATA_DIR: data, LIMIT_MESSAGE_RATE: '1000', LIMIT_MESSAGE_BURST: '2000' });
});
afterAll(async () => {
  await product.stop();
  rmSync(data, { recursive: true, force: true });
});

const rssMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1024;
const isReady = async () => (await call(product.url, '/ready')).status === 200;

it('while the store is away nothing is shown or said to be done; then all goes on by itself, once (promise 7)', async () => {
  const { code, clients } = await tableOf(product, 2);
  const [host, guest] = clients as [(typeof clients)[0], (typeof clients)[0]];
  host.patienceMs = 60_000;
  const db = new DatabaseSync(join(data, 'color-clues.db'), { timeout: 20_000 });
  const bots = () => guest.table.seats.filter(({ kind }) => kind === 'bot').length;
  db.exec('BEGIN EXCLUSIVE');
  let isAcknowledged = false;
  const answer = host.say({ type: 'addBot' }).then((refusal) => {
    isAcknowledged = true;
    return refusal;
  });
  await until(async () => !(await isReady()), 'the server to notice');
  expect([isAcknowledged, bots()]).toEqual([false, 0]);
  // Nobody is cut off, and everybody may still ask the time.
  expect(await guest.send('clock', {})).toBeNull();
  // The first refusal brings with it what it takes to tell of one: only what comes after it counts as waiting.
  const refused = async () => {
    const newcomer = await call(product.url, '/api/session', { method: 'POST', body: {} });
    expect([newcomer.status, JSON.parse(newcomer.text).code]).toEqual([503, 'unavailable']);
  };
  await refused();
  const before = rssMb();
  const many = Array.from({ length: 90 }, (_, i) =>
    host.say({ type: 'addBot' }, `one-${i}-${host.visitor.id}`),
  );
  await refused();
  expect(rssMb() - before).toBeLessThan(20);
  const start = performance.now();
  db.exec('COMMIT');
  db.close();
  expect(await answer).toBeNull();
  expect(performance.now() - start).toBeLessThan(15_000);
  await guest.until((table) => table.seats.length > 2, 'the bot');
  const answers = await Promise.all(many);
  expect(answers.filter((each) => each === null)).toHaveLength(7); // ten seats, two people, one bot
  await until(isReady, 'the server to be ready');
  expect(product.output).not.toContain('uncaught');
  expect(code).toMatch(/^[A-Z]{6}$/);
});
