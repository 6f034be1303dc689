import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisDriver } from '@colyseus/redis-driver';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LiveTables } from '../../shared/protocol/http.ts';
import { Product } from '../harness/product.ts';
import { RedisServer } from '../harness/redis.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, patientlyAsked, Visitor } from '../harness/visitor.ts';

/** Long for one who waits, and on a busy machine; short beside what it was when nobody noticed. ms. */
const BACK_MS = 10_000;

let redis: RedisServer;
let data: string;
let products: Product[] = [];
beforeEach(async () => {
  redis = await RedisServer.start();
  data = mkdtempSync(join(tmpdir(), 'color-clues-several-'));
  const env = { REDIS_URL: redis.url, DATA_DIR: data, TRUSTED_PROXIES: '127.0.0.1' };
  products = await Promise.all([Product.start(env), Product.start(env)]);
});
afterEach(async () => {
  await Promise.all(products.map((product) => product.stop('SIGKILL')));
  await redis.stop();
  rmSync(data, { recursive: true, force: true });
});

async function make(visitor: Visitor, visibility = 'public'): Promise<string> {
  const wish = { method: 'POST', body: { visibility } };
  const answer = await patientlyAsked(() => visitor.call('/api/tables', wish));
  return JSON.parse(answer.text).code;
}

/** Which process has which room, as the framework's tools see it. */
async function rows(): Promise<Map<string, string>> {
  const driver = new RedisDriver(redis.url);
  const rooms = await driver.query({});
  await driver.shutdown();
  return new Map(rooms.map(({ roomId, processId }) => [roomId, processId]));
}

const mine = async (visitor: Visitor): Promise<string[]> =>
  JSON.parse((await visitor.call('/api/tables/mine')).text).tables.map(({ code }: { code: string }) => code);

/** The list of tables as one process shows it, kept up to date. */
function follow(product: Product): { list: LiveTables | null; stop(): void } {
  const followed = { list: null as LiveTables | null, stop: () => aborted.abort() };
  const aborted = new AbortController();
  const read = async () => {
    const { signal } = aborted;
    const response = await fetch(`${product.url}/api/tables/live`, { signal });
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) if (event.startsWith('data: ')) followed.list = JSON.parse(event.slice(6));
    }
  };
  read().catch(() => {});
  return followed;
}

it('of two processes one dies in the middle of everything: its tables are at the other one at once', async () => {
  const [one, two] = products as [Product, Product];
  const here = await Visitor.arrive(one);
  const there = await here.at(two);
  const other = await Visitor.arrive(two, '10.0.0.2');
  const code = await make(here);
  // Whichever process is asked, it knows the table, and where its socket is to go.
  const before = await there.seat(code);
  expect(before.processId).toBe((await here.seat(code)).processId);
  const socket = await here.take(before);
  await until(async () => (await mine(there)).includes(code), 'the seat at the other process');
  const list = follow(two);
  await until(() => list.list?.people === 1, 'the table in the list of the other process');

  const killed = performance.now();
  await one.stop('SIGKILL');
  await socket.closed();
  const statuses: number[] = [];
  let seat = await there.askSeat(code);
  for (; seat.status !== 200; seat = await there.askSeat(code)) statuses.push(seat.status);
  const back = performance.now() - killed;
  // Nobody hears that it is gone, and the framework's two seconds stand in nobody's way.
  expect(statuses.every((status) => status === 503)).toBe(true);
  expect(back).toBeLessThan(BACK_MS);
  const again = await there.join(code);
  expect(JSON.parse(seat.text).reservation.processId).not.toBe(before.processId);
  await until(() => list.list?.people === 1, 'the table in the list again');
  expect(await mine(there)).toEqual([code]);
  // Play now leads to it as well.
  const played = await other.call('/api/play', { method: 'POST', body: { game: 'color-clues' } });
  expect(JSON.parse(played.text)).toEqual({ code });
  expect(again.isClosed).toBe(false);
  list.stop();
});

it('people of a process that died are in no list and at no lobby, and its tables go on without anybody asking', async () => {
  const [one, two] = products as [Product, Product];
  const here = await Visitor.arrive(one);
  const code = await make(here);
  await here.join(code);
  const there = await here.at(two);
  const watcher = await Visitor.arrive(two, '10.0.0.2');
  const seat = await here.call('/api/chat/lobby-lobby/seat', { method: 'POST', body: { protocol: [1, 1] } });
  expect(seat.status, seat.text).toBe(200);
  const list = follow(two);
  await until(() => list.list?.people === 1, 'the table in the list of the other process');
  const before = (await rows()).get(code);
  await one.stop('SIGKILL');
  // By itself: nobody asks for anything.
  await until(() => list.list?.people === 0, 'the list to be empty');
  await until(() => two.output.includes('a process died'), 'its rooms to be taken up');
  // Whoever sat there still does: the table waits for them at the process that is left.
  await until(async () => (await mine(there)).includes(code), 'the table');
  expect((await watcher.askSeat(code)).status).toBe(200);
  const after = await rows();
  expect([typeof before, typeof after.get(code)]).toEqual(['string', 'string']);
  expect([...after.values()]).not.toContain(before);
  list.stop();
});

it('one person who asks both processes for tables at the same time gets no more than three', async () => {
  const [one, two] = products as [Product, Product];
  const here = await Visitor.arrive(one);
  const there = await here.at(two);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      [here, there][index % 2]!.call('/api/tables', { method: 'POST', body: { visibility: 'private' } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201).map(({ text }) => JSON.parse(text).code);
  expect([made.length, new Set(refused)]).toEqual([3, new Set(['too_many_tables'])]);
});

it('without Redis games go on and seats are given where the table is; afterwards everything is where it was', async () => {
  const [one, two] = products as [Product, Product];
  const here = await Visitor.arrive(one);
  const there = await here.at(two);
  const code = await make(here);
  const socket = await here.join(code);
  await redis.stop();
  const asked = performance.now();
  const [local, remote] = await Promise.all([here.askSeat(code), there.askSeat(code)]);
  expect([local.status, remote.status]).toEqual([200, 503]);
  expect(performance.now() - asked).toBeLessThan(BACK_MS);
  await socket.send(ask(1, 'command', { id: 'while-away', command: { type: 'addBot' } }));
  expect((await answerTo(socket, 1)).status).toBe(0);

  redis = await RedisServer.start(redis.url);
  await until(async () => (await there.askSeat(code)).status === 200, 'the table to be found again');
  const seats = await Promise.all([here, there].map((visitor) => visitor.seat(code)));
  expect(new Set(seats.map(({ processId }) => processId)).size).toBe(1);
  // It was opened nowhere else meanwhile: its owner never had to let go of anybody.
  expect([socket.isClosed, await mine(there)]).toEqual([false, [code]]);
  await until(async () => (await rows()).has(code), 'the row of the table');
});
