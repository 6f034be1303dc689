import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { Product } from '../harness/product.ts';
import { RedisServer } from '../harness/redis.ts';
import { patientlyAsked, Visitor } from '../harness/visitor.ts';

/** Long before a process looks for such sessions by itself, ms: who is told closes them, however busy the machine. */
const AT_ONCE_MS = 15_000;

let redis: RedisServer;
let data: string;
let products: Product[] = [];
beforeAll(async () => {
  redis = await RedisServer.start();
  data = mkdtempSync(join(tmpdir(), 'color-clues-sessions-'));
  const env = { REDIS_URL: redis.url, DATA_DIR: data, TRUSTED_PROXIES: '127.0.0.1' };
  products = [await Product.start(env), await Product.start(env)];
});
afterAll(async () => {
  await Promise.all(products.map((product) => product.stop('SIGKILL')));
  await redis.stop();
  rmSync(data, { recursive: true, force: true });
});

it.each([
  ['of a session that is logged out', '/api/account/logout', () => ({})],
  [
    'of a person who is deleted',
    '/api/account/delete',
    ({ playerName: name }: Visitor) => ({ password: null, name }),
  ],
])('closes the sockets %s on every process at once, and no others', async (_whose, path, bodyOf) => {
  const [one, two] = products as [Product, Product];
  const other = await Visitor.arrive(one);
  const made = await other.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
  const { code: theirTable } = JSON.parse(made.text);
  const theirs = await other.join(theirTable);
  const here = await Visitor.arrive(one);
  const there = await here.at(two);
  const sockets = [];
  for (const visitor of [here, there]) {
    const answer = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
    const { code } = JSON.parse(answer.text);
    const seat = await visitor.seat(code);
    // The table lives on one of the two; the other one does not know the ticket.
    for (const host of [here, there]) {
      const socket = await host.open(seat);
      if (socket.status === 101) sockets.push(socket);
    }
  }
  expect(sockets).toHaveLength(2);
  const start = performance.now();
  expect((await here.call(path, { method: 'POST', body: bodyOf(here) })).status).toBe(200);
  expect(await Promise.all(sockets.map((socket) => socket.closed()))).toEqual([
    CLOSE.signedOut,
    CLOSE.signedOut,
  ]);
  expect(performance.now() - start).toBeLessThan(AT_ONCE_MS);
  expect((await there.call('/api/account')).status).toBe(401);
  await other.join(theirTable);
  expect(await theirs.closed()).toBe(CLOSE.takenOver);
});

it('closes the sockets of a session that ended where nobody could say so', async () => {
  // Each hears of nothing that the other one says.
  const another = await RedisServer.start();
  onTestFinished(() => another.stop());
  const apart = { DATA_DIR: data, TRUSTED_PROXIES: '127.0.0.1', LIMIT_SESSION_CHECK_SECONDS: '1' };
  const pair = await Promise.all(
    [redis, another].map(({ url }) => Product.start({ ...apart, REDIS_URL: url })),
  );
  products.push(...pair);
  const [one, two] = pair as [Product, Product];
  const [stays, here] = [await Visitor.arrive(one), await Visitor.arrive(one)];
  // The one who stays is looked up first.
  const sockets = [];
  for (const visitor of [stays, here]) {
    const answer = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
    sockets.push(await visitor.join(JSON.parse(answer.text).code));
  }
  const there = await here.at(two);
  expect((await there.call('/api/account/logout', { method: 'POST', body: {} })).status).toBe(200);
  expect(await sockets[1]!.closed()).toBe(CLOSE.signedOut);
  expect(sockets[0]!.isClosed).toBe(false);
  expect((await here.call('/api/account')).status).toBe(401);
});

it('counts guesses of passwords on all processes together', async () => {
  const [one, two] = products as [Product, Product];
  const here = await Visitor.arrive(one, '10.9.9.9');
  const there = await here.at(two);
  const codes: string[] = [];
  for (const visitor of [here, there, here, there, here, there, here]) {
    const body = { name: 'Somebody', password: 'moss brick lagoon' };
    const login = () => visitor.call('/api/account/login', { method: 'POST', body });
    const answer = await patientlyAsked(login);
    codes.push(JSON.parse(answer.text).code);
  }
  expect(codes).toEqual([...Array(5).fill('wrong_login'), 'rate_limited', 'rate_limited']);
});
