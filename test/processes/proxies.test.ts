import { describe, expect, it, onTestFinished } from 'vitest';
import { type Plan, run } from '../../loadtest/run/run.ts';
import { game } from '../../loadtest/scenarios/game.ts';
import { PROXY } from '../../scripts/proxies/settings.ts';
import { startCluster } from '../harness/cluster.ts';
import { EchoProcess } from '../harness/echo-process.ts';
import { freePort } from '../harness/free-port.ts';
import { type Kind, ProxyProgram } from '../harness/proxy-program.ts';
import { RawSocket } from '../harness/raw-ws.ts';
import { until } from '../harness/until.ts';
import { call } from '../harness/visitor.ts';

/** A short one. */
const PLAN: Omit<Plan, 'url'> = {
  scenario: game,
  speaks: 'protocol',
  players: 12,
  seconds: 2,
  rampSeconds: 0,
  warmUpSeconds: 0,
  seed: 1,
  workers: 1,
  pace: { moveMs: 40, messageMs: 1_500, arrivalMs: 2_000 },
  patienceMs: 30_000,
};
const TICKET = 'aTicketThatNobodyReads';
const FORGED = {
  'X-Forwarded-For': '6.6.6.6',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'gopher',
  'X-Real-IP': '6.6.6.6',
  Forwarded: 'for=6.6.6.6',
  Cookie: `sid=${TICKET}`,
};
const OURS = { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' };

/** A proxy in front of two processes; all of it ends with the test. */
async function inFront(kind: Kind, isNamed = false, trusted: readonly string[] = []) {
  const processes: EchoProcess[] = [];
  for (const n of [1, 2])
    processes.push(await EchoProcess.start((port) => (isNamed ? `at-${port}` : `p${n}`)));
  onTestFinished(() => {
    for (const each of processes) each.stop();
  });
  // As in Kubernetes: where a process is follows from its name.
  const named = { name: 'at-(?<port>[0-9]+)', address: '127.0.0.1:$port', resolver: null };
  const proxy = await ProxyProgram.start(kind, { processes, trusted, ...(isNamed && { named }) });
  onTestFinished(() => proxy.stop());
  const open = (name: string, headers: Readonly<Record<string, string>> = {}) =>
    RawSocket.open(proxy.url, { path: `/${name}/ROOM?sessionId=${TICKET}`, headers });
  return { proxy, processes: processes as [EchoProcess, EchoProcess], open };
}

const forwarded = ({ headers }: { readonly headers: object }) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /forwarded|real-ip/.test(name)));

describe.each<[string, Kind, boolean]>([
  ['nginx', 'nginx', false],
  ['nginx that finds processes by their names', 'nginx', true],
  ['HAProxy', 'haproxy', false],
  ['Caddy', 'caddy', false],
])('%s, as it is made for the documents', (_title, kind, isNamed) => {
  it('brings sockets to the process they name, believes no stranger, and logs no secret', async () => {
    const { proxy, processes, open } = await inFront(kind, isNamed);
    for (const each of processes) {
      expect((await open(each.name, FORGED)).status).toBe(101);
      expect(each.heard.map(({ url }) => url)).toEqual([`/${each.name}/ROOM?sessionId=${TICKET}`]);
      expect(forwarded(each.heard[0]!)).toEqual(OURS);
    }
    await call(proxy.url, `/api/session?x=${TICKET}`, { headers: FORGED });
    const [asked] = processes.flatMap(({ heard }) => heard.filter(({ url }) => url.startsWith('/api')));
    expect(forwarded(asked!)).toEqual(OURS);
    await until(() => proxy.log().includes('/api/session'), 'the line of the request');
    expect(proxy.log()).not.toContain(TICKET);
  });

  it('reads no long body', async () => {
    const { proxy, processes } = await inFront(kind, isNamed);
    const post = (length: number) => call(proxy.url, '/api/x', { method: 'POST', body: 'x'.repeat(length) });
    expect((await post(PROXY.bodyBytes + 1)).status).toBe(413);
    expect((await post(PROXY.bodyBytes - 10)).status).toBe(200);
    expect(processes.flatMap(({ heard }) => heard)).toHaveLength(1);
  });

  it('passes over a process that cannot do it now (but Caddy) or is gone, and repeats no wish', async () => {
    const { proxy, processes } = await inFront(kind, isNamed);
    const [one, two] = processes;
    if (kind !== 'caddy') one.status = 503;
    const get = async () => (await call(proxy.url, '/')).status;
    expect(await all(get)).toEqual(Array(6).fill(200));
    const posted = processes.map(({ heard }) => heard.filter(({ method }) => method === 'POST').length);
    expect(posted).toEqual([0, 0]);
    await call(proxy.url, '/api/tables', { method: 'POST', body: {} });
    expect(processes.flatMap(({ heard }) => heard.filter(({ method }) => method === 'POST'))).toHaveLength(1);
    one.stop();
    expect(await all(get)).toEqual(Array(6).fill(200));
    expect(two.heard.length).toBeGreaterThan(6);
  });

  it('believes the balancer in front of it, and whom that believes', async () => {
    const { processes, open } = await inFront(kind, isNamed, ['127.0.0.0/8']);
    await open(processes[0].name, { 'X-Forwarded-For': '6.6.6.6, 198.51.100.7' });
    const said = String(processes[0].heard[0]!.headers['x-forwarded-for']).split(', ');
    // The server takes the last one that it does not trust itself.
    expect(said.filter((hop) => hop !== '127.0.0.1').at(-1)).toBe('198.51.100.7');
  });
});

it('the load test finds nothing wrong over nginx and over HAProxy', async () => {
  const port = await freePort();
  const { cluster, url } = await startCluster({ env: { ALLOWED_ORIGINS: `http://127.0.0.1:${port}` } });
  const processes = cluster.members.map((each) => ({ name: each.name, address: new URL(each.url).host }));
  const haproxy = await ProxyProgram.start('haproxy', { port, processes });
  onTestFinished(() => haproxy.stop());
  for (const way of [url, haproxy.url]) {
    const plan = { ...PLAN, url: way };
    const { faults, errors, checks } = await run(plan, null);
    expect([...faults, ...errors]).toEqual([]);
    expect(checks['pictures compared']).toBe(plan.players);
  }
});

const all = (ask: () => Promise<number>): Promise<number[]> => Promise.all(Array.from({ length: 6 }, ask));
