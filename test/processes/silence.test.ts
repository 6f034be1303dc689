import { expect, it } from 'vitest';
import { PROXY } from '../../scripts/proxies/settings.ts';
import { startCluster, type TestCluster } from '../harness/cluster.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, type Seat, Visitor } from '../harness/visitor.ts';

/** Less than a page waits for an answer, ms; it is there after one second, or two and a half. */
const ANSWER_MS = 4_000;
/** How long a page asks again, ms: on a busy machine a process may be slower than the proxy waits for it. */
const BACK_MS = 10_000;

/** Status of an answer, and how long it took. */
async function timed(
  asked: () => Promise<{ readonly status: number }>,
): Promise<[status: number, ms: number]> {
  const at = performance.now();
  const { status } = await asked();
  return [status, performance.now() - at];
}

/** Somebody with a seat at a table, and where that is. */
async function seated({ url, cluster }: TestCluster): Promise<{ owner: Visitor; seat: Seat; code: string }> {
  const owner = await Visitor.arrive({ kind: 'product', url: cluster.members[0]!.url });
  const made = await owner.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
  const { code } = JSON.parse(made.text);
  const here = await owner.at({ kind: 'product', url });
  return { owner: here, seat: await here.seat(code), code };
}

const readiness = async (url: string): Promise<[status: number, degraded: string[]]> => {
  const response = await fetch(`${url}/ready`);
  return [response.status, (await response.json()).degraded];
};

const say = (durations: readonly [number, number][]): void => {
  process.stdout.write(
    `${durations.map(([status, ms]) => `${status} after ${ms.toFixed(0)} ms`).join(', ')}\n`,
  );
};

it('while Redis says nothing everything is answered soon, play goes on, and /ready says what is missing', async () => {
  const test = await startCluster({ answer: PROXY.answer });
  const { owner, seat, code } = await seated(test);
  const socket = await owner.take(seat);
  const local = await owner.at({ kind: 'product', url: test.cluster.members[0]!.url });
  const other = await owner.at({ kind: 'product', url: test.cluster.members[1]!.url });
  test.cluster.redis!.signal('SIGSTOP');
  const asked = await Promise.all([
    timed(() => local.askSeat(code)),
    timed(() => owner.askSeat(code)),
    timed(() => other.askSeat(code)),
    timed(() => owner.call('/api/tables/mine')),
    timed(() => owner.call('/api/tables', { method: 'POST', body: { visibility: 'public' } })),
    timed(() => owner.call('/')),
  ]);
  say(asked);
  // A seat is to be had where the table is, and through the proxy, whichever process it asks first.
  expect(asked.map(([status]) => status)).toEqual([200, 200, 503, 200, 503, 200]);
  expect(Math.max(...asked.map(([, ms]) => ms))).toBeLessThan(ANSWER_MS);
  await socket.send(ask(1, 'command', { id: 'while-silent', command: { type: 'addBot' } }));
  expect((await answerTo(socket, 1)).status).toBe(0);
  await until(async () => (await readiness(test.url))[1].includes('redis'), 'what is missing to be said');
  expect((await readiness(test.url))[0]).toBe(200);

  test.cluster.redis!.signal('SIGCONT');
  await until(async () => (await other.askSeat(code)).status === 200, 'the seat at the other process');
  await until(async () => (await readiness(test.url))[1].length === 0, 'nothing to be missing');
  expect(socket.isClosed).toBe(false);
});

it('while a process says nothing the others answer for it, soon, and take up what it has', async () => {
  const test = await startCluster({ answer: PROXY.answer });
  const { owner, seat, code } = await seated(test);
  const before = await owner.take(seat);
  const [silent, other] = test.cluster.members;
  silent!.signal('SIGSTOP');
  const toAsk = [
    () => owner.askSeat(code),
    ...Array.from({ length: 6 }, () => () => owner.call('/')),
    ...Array.from({ length: 6 }, () => () => owner.call('/api/tables/mine')),
  ];
  await Promise.all(
    toAsk.map((ask) => until(async () => (await ask()).status === 200, 'an answer', BACK_MS)),
  );
  // Whatever the proxy sent to the silent one it sent to the other one, too; the quickest shows how long it waited.
  const [here, there] = [silent!, other!].map(({ port }) => `127.0.0.1:${port}`) as [string, string];
  const requests = test.requests().map((line) => line.split(/,? /));
  const passedOver = requests.filter((words) => words.includes(here) && words.includes('504'));
  expect(passedOver.filter((words) => !words.includes(there))).toEqual([]);
  const waited = passedOver.map(([, , , , seconds]) => Number(seconds) * 1_000);
  expect(Math.min(...waited)).toBeLessThan(ANSWER_MS);
  const after = await owner.seat(code);
  expect([seat.processId, after.processId]).toEqual(['p1', 'p2']);
  const socket = await owner.take(after);
  // It goes on, and finds that somebody else has the table.
  silent!.signal('SIGCONT');
  await before.closed();
  expect(socket.isClosed).toBe(false);
});
