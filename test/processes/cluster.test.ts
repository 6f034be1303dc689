import { setTimeout as pause } from 'node:timers/promises';
import { Protocol } from '@colyseus/core';
import { expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../harness/cluster.ts';
import { Keeper } from '../harness/keeper.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, READY, type Seat, Visitor } from '../harness/visitor.ts';

/** Long for one who waits, and on a busy machine; short beside what it was when nobody noticed. ms. */
const BACK_MS = 10_000;

/** How often somebody asks for the page meanwhile, ms. */
const ASK_MS = 20;

/** How often a seat is asked for that is not there yet, ms. */
const ASK_AGAIN_MS = 500;

async function make(visitor: Visitor): Promise<string> {
  let code = '';
  // On a busy machine a process may be slower than the proxy waits for what it must not ask for twice.
  await until(async () => {
    const answer = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
    if (answer.status === 201) code = JSON.parse(answer.text).code;
    return code !== '';
  }, 'a table');
  return code;
}

/** Tables until every process has one; the seat at each. */
async function tablesEverywhere({ url, cluster }: TestCluster): Promise<{ owner: Visitor; seat: Seat }[]> {
  const found = new Map<string, { owner: Visitor; seat: Seat }>();
  for (let i = 0; found.size < cluster.members.length && i < 40; i++) {
    const owner = await Visitor.arrive({ kind: 'product', url });
    const seat = await owner.seat(await make(owner));
    found.set(seat.processId, { owner, seat });
  }
  return [...found.values()];
}

it('of several processes behind one address each answers requests, and a socket goes to the one that has its room', async () => {
  const test = await startCluster({ processes: 3 });
  const tables = await tablesEverywhere(test);
  expect(tables.map(({ seat }) => seat.processId).sort()).toEqual(['p1', 'p2', 'p3']);
  for (const { owner, seat } of tables) {
    const socket = await owner.take(await owner.seat(seat.roomId));
    expect([seat.processId, socket.isClosed]).toEqual([seat.processId, false]);
  }
  // The line of a request is written when its socket has ended, too; it says where it went, and no ticket.
  const places = new Set(test.cluster.members.map(({ port }) => `127.0.0.1:${port}`));
  const answered = test.requests().map((line) => line.split(' ')[5]!);
  expect(new Set(answered)).toEqual(places);
});

it('a process that is killed is missed for a moment, comes back under its name, and takes nothing with it', async () => {
  const test = await startCluster();
  const keepers = await Promise.all(
    (await tablesEverywhere(test)).map(({ owner, seat }) => Keeper.begin(owner, seat.roomId)),
  );
  // The second time everything is at one process, which goes.
  for (const times of [1, 2]) {
    const victim = test.cluster.members.find(({ name }) => name === keepers[0]!.process)!;
    const { starts } = victim;
    const before = keepers.map(({ accepted }) => accepted);
    victim.signal('SIGKILL');
    await until(() => victim.starts > starts, 'the process to be started again');
    await victim.ready;
    await until(
      () => keepers.every(({ accepted, isThere }, index) => isThere && accepted > before[index]! + 5),
      `everybody to play on after kill ${times}`,
    );
  }
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  const gaps = keepers.flatMap((keeper) => keeper.gaps);
  process.stdout.write(`back after kill -9: ${gaps.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}\n`);
  expect(keepers.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(keepers[0]!.processes).toHaveLength(3);
  expect(Math.max(...gaps)).toBeLessThan(BACK_MS);
});

it('--roll replaces every process while people play; nobody is told anything, nothing is lost', async () => {
  const test = await startCluster();
  const keepers = await Promise.all(
    (await tablesEverywhere(test)).map(({ owner, seat }) => Keeper.begin(owner, seat.roomId)),
  );
  const visitor = await Visitor.arrive(test);
  const before = test.cluster.members.map(({ pid }) => pid);
  let isRolling = true;
  const statuses = new Set<number>();
  const asked = (async () => {
    for (; isRolling; await pause(ASK_MS)) statuses.add((await visitor.call('/')).status);
  })();
  let told = '';
  await test.cluster.roll((text) => {
    told += text;
  });
  isRolling = false;
  await asked;
  const accepted = keepers.map((keeper) => keeper.accepted);
  await until(
    () => keepers.every((keeper, index) => keeper.accepted > accepted[index]! + 5),
    'play to go on',
  );
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  const gaps = keepers.flatMap((keeper) => keeper.gaps);
  process.stdout.write(`${told}back after each: ${gaps.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}\n`);
  expect(test.cluster.members.map(({ pid }) => pid).some((pid) => before.includes(pid))).toBe(false);
  expect(keepers.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect([...statuses]).toEqual([200]);
  expect(Math.max(...gaps)).toBeLessThan(BACK_MS);
});

it('a socket that is sent to a wrong process is refused in so many words, and the next seat is right', async () => {
  const test = await startCluster();
  const [one] = await tablesEverywhere(test);
  const { owner, seat } = one!;
  const right = test.cluster.members.find(({ name }) => name === seat.processId)!;
  const wrong = test.cluster.members.find(({ name }) => name !== seat.processId)!;
  const lost = await owner.open({ ...seat, processId: 'p9' });
  expect([lost.status, await lost.body()]).toEqual([421, expect.objectContaining({ code: 'misdirected' })]);
  // A name that nobody has says nothing about the proxy.
  expect(test.output()).not.toContain('the proxy in front');
  const again = await owner.seat(seat.roomId);
  const openAt = async ({ url }: { url: string }) =>
    (await owner.at({ kind: 'product', url })).open(again, { Origin: test.url });
  for (const _ of [1, 2]) expect((await openAt(wrong)).status).toBe(421);
  const said = `has to send paths that begin with /${right.name}/ to ${right.name}`;
  await until(() => test.output().includes(said), 'the log to name the mistake');
  expect(test.output().split(said)).toHaveLength(2);
  // It is as good as it was.
  expect((await openAt(right)).status).toBe(101);
});

it('of two processes with one name the second does not start', async () => {
  const { cluster } = await startCluster({ processes: 1 });
  const env = { REDIS_URL: cluster.redis!.url, PROCESS_NAME: 'p1' };
  await expect(Product.start(env)).rejects.toThrow(/Another process is called p1\. .*PROCESS_NAME/);
});

it('behind a balancer that knows no paths processes pass sockets on to each other, and to nobody else', async () => {
  const test = await startCluster({ mapsSockets: false });
  const [one] = await tablesEverywhere(test);
  const { owner, seat } = one!;
  const right = test.cluster.members.find(({ name }) => name === seat.processId)!;
  const wrong = test.cluster.members.find(({ name }) => name !== seat.processId)!;
  // As the balancer hands it on.
  const headers = { Origin: test.url, Host: new URL(test.url).host };
  const there = await owner.at({ kind: 'product', url: wrong.url });
  const ticket = await owner.seat(seat.roomId);
  // What was passed on once is not passed on again, and nothing is for people whom nobody knows.
  expect((await there.open(ticket, { ...headers, 'X-Relayed': '1' })).status).toBe(421);
  expect((await there.open(ticket, { ...headers, Cookie: '' })).status).toBe(401);
  expect((await there.open({ ...ticket, processId: 'nobody' }, headers)).status).toBe(421);
  const socket = await there.open(ticket, headers);
  await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
  await socket.send(READY);
  await socket.send(ask(1, 'command', { id: 'passed-on-1', command: { type: 'addBot' } }));
  expect((await answerTo(socket, 1)).status).toBe(0);
  // It is closed when the other one is gone, and the seat is found again.
  const { starts } = right;
  right.signal('SIGKILL');
  await socket.closed();
  await until(() => right.starts > starts, 'the process to be started again');
  await right.ready;
  await until(
    async () => (await Promise.all([owner.askSeat(seat.roomId), pause(ASK_AGAIN_MS)]))[0].status === 200,
    'the seat',
  );
});
