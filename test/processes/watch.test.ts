import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALERT_CASES, INSTANCE, LOOKED_AT } from '../harness/alert-cases.ts';
import { freePort } from '../harness/free-port.ts';
import { alertsOf, RULES } from '../harness/monitoring.ts';
import { Product } from '../harness/product.ts';
import { Prometheus } from '../harness/prometheus.ts';
import { tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, message, patientlyAsked, type Seat, Visitor } from '../harness/visitor.ts';
import { read } from '../unit/repository.ts';

const PROBE = fileURLToPath(new URL('../../loadtest/probe/main.ts', import.meta.url));

let folder: string;
let product: Product;
let prometheus: Prometheus;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'color-clues-watch-'));
  const port = await freePort();
  product = await Product.start({
    DATA_DIR: folder,
    METRICS_PORT: String(port),
    BOT_PACE: '0',
    LOG_LEVEL: 'trace',
  });
  prometheus = await Prometheus.start(`127.0.0.1:${port}`);
});
afterAll(async () => {
  await prometheus?.stop();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rings = (alert: string) => until(async () => (await prometheus.ringing()).includes(alert), alert);
const probe = (...args: string[]) =>
  spawnSync(process.execPath, [PROBE, ...args], { encoding: 'utf8', timeout: 40_000 });

/** Numbers of a process for each alert, as `promtool` reads them. */
const seriesOf = (day: 'bad' | 'good') =>
  Object.entries(ALERT_CASES).flatMap(([alert, { [day]: series }]) =>
    Object.entries(series).map(([each, values]) => ({ series: each.replace(INSTANCE, alert), values })),
  );
const counted = (expr: string, value: number) => ({
  expr: `count(ALERTS{alertstate="firing"${expr}}) or vector(0)`,
  eval_time: LOOKED_AT,
  exp_samples: [{ labels: '{}', value }],
});
/** Rings because there is nothing at all. */
const isOfNothing = (alert: string) => alert === 'NobodyAsked';

it('each alert rings when it has to, and none on a good day', () => {
  const alerts = alertsOf(read(RULES)).map(({ name }) => name);
  const rung = (alert: string) => counted(`,alertname="${alert}",instance=~"|${alert}"`, 1);
  const tests = [
    { name: 'a good day', input_series: seriesOf('good'), promql_expr_test: [counted('', 0)] },
    {
      name: 'a bad day',
      input_series: seriesOf('bad'),
      promql_expr_test: alerts.filter((alert) => !isOfNothing(alert)).map(rung),
    },
    { name: 'nothing', input_series: [], promql_expr_test: alerts.filter(isOfNothing).map(rung) },
  ];
  // JSON is YAML.
  const rules = fileURLToPath(new URL(`../../${RULES}`, import.meta.url));
  const file = join(folder, 'rules.test.json');
  const all = tests.map((each) => ({ interval: '1m', ...each }));
  writeFileSync(file, JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests: all }));
  const tried = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' });
  expect(`${tried.stdout}${tried.stderr}`).toContain('SUCCESS');
  expect(tried.status).toBe(0);
});

it('the probe plays, writes and leaves, and what it did is counted', async () => {
  const file = join(folder, 'probe.prom');
  const { stdout, stderr, status } = probe('--url', product.url, '--moves', '2', '--metrics', file);
  expect([stderr, status]).toEqual(['', 0]);
  const steps = [...stdout.matchAll(/^ok {3}(\w+) +\d+ ms$/gm)].map(([, step]) => step);
  expect(steps).toEqual(['page', 'session', 'table', 'game', 'chat', 'leave']);
  expect(readFileSync(file, 'utf8')).toContain(`colorclues_probe_success{url="${product.url}"} 1\n`);
  const left = 'colorclues_sockets{room="table"}';
  await until(async () => (await prometheus.value(left)) === 0, 'everybody to have left');
  expect(await prometheus.value('colorclues_messages_total{kind="public"}')).toBe(1);
  expect(await prometheus.value('sum(colorclues_moves_total)')).toBe(2);
  expect(await prometheus.value('colorclues_joins_total{room="table",result="ok"}')).toBe(1);
  expect(await prometheus.value('colorclues_http_requests_total{route="seat",status="200"}')).toBe(2);
  expect(await prometheus.value('colorclues_tables{game="four-in-a-row"}')).toBe(1);
  expect(await prometheus.value('sum(colorclues_frames_sent_bytes_total)')).toBeGreaterThan(100);
  expect(await prometheus.value('sum(colorclues_log_lines_total{level="error"})')).toBe(0);
});

it('a store that is away rings, and so do answers that came late', async () => {
  const { clients } = await tableOf(product, 1);
  const [host] = clients as [(typeof clients)[0]];
  host.patienceMs = 120_000;
  // On a busy machine it may be called slow at any time.
  expect(await prometheus.ringing()).not.toContain('StoreAway');
  const db = new DatabaseSync(join(folder, 'color-clues.db'), { timeout: 20_000 });
  db.exec('BEGIN EXCLUSIVE');
  const answer = host.say({ type: 'addBot' });
  await rings('StoreAway');
  db.exec('COMMIT');
  db.close();
  expect(await answer).toBeNull();
  await rings('AnswersSlow');
  await until(async () => !(await prometheus.ringing()).includes('StoreAway'), 'the store to be back');
});

it('no secret is in the log, however much is written into it', async () => {
  const password = 'quiet otter paints a canary';
  const words = 'only between the two of us';
  const idOf = (n: number) => `c0ffee${n}`.padEnd(32, '0');
  const [ana, ben] = [await Visitor.arrive(product), await Visitor.arrive(product)];
  const post = async (visitor: Visitor, path: string, body: object) => {
    const answer = await patientlyAsked(() => visitor.call(path, { method: 'POST', body }));
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';', 1)[0]!);
    return { ...answer, cookies };
  };
  const claimed = await post(ana, '/api/account/claim', { name: 'Anastasia', password });
  expect(claimed.status).toBe(201);
  await post(ben, '/api/account/login', { name: 'Anastasia', password: `${password} not` });
  ana.cookie = claimed.cookies[0]!;
  const { conversation } = JSON.parse((await post(ana, '/api/chat/direct', { person: ben.id })).text);
  const seat: Seat = JSON.parse(
    (await post(ana, `/api/chat/${conversation}/seat`, { protocol: [1, 1] })).text,
  ).reservation;
  const socket = await ana.take(seat);
  const command = { type: 'post', text: words, replyTo: null, mentions: [], table: null };
  await socket.send(ask(1, 'command', { id: idOf(1), command }));
  expect(await answerTo(socket, 1)).toMatchObject({ status: 0 });
  // What is written while the store is away, what makes no sense, and what comes by a used ticket.
  const db = new DatabaseSync(join(folder, 'color-clues.db'), { timeout: 20_000 });
  db.exec('BEGIN EXCLUSIVE');
  await socket.send(ask(2, 'command', { id: idOf(2), command }));
  await socket.send(ask(3, 'command', { id: idOf(3), command: { ...command, words } }));
  await socket.send(message('command', { words, password }));
  await until(async () => (await ben.call('/ready')).status === 503, 'the store to be away');
  db.exec('COMMIT');
  db.close();
  await answerTo(socket, 2);
  expect((await ana.open(seat)).status).toBe(404);
  const { clients } = await tableOf(product, 1);
  for (let i = 0; i < 2; i++) await clients[0]!.say({ type: 'addBot' });
  expect(await clients[0]!.say({ type: 'start' })).toBeNull();

  const codes: string[] = JSON.parse(claimed.text).codes;
  const values = [ana.cookie, ben.cookie, ...claimed.cookies].map((cookie) => cookie.split('=')[1]!);
  const secrets = [password, words, seat.sessionId, ...values, ...codes];
  expect(secrets.filter((secret) => product.output.includes(secret))).toEqual([]);
  const names =
    /"(?:card|cell|cells|target|secret|text|words|password|cookie|token|ticket|sessionId)":(?!"\[secret\]")/;
  expect(product.output.split('\n').filter((line) => names.test(line))).toEqual([]);
  socket.cut();
});

it('a process that died rings, and the probe says which step did not work', async () => {
  await product.stop('SIGKILL');
  await rings('ServerDown');
  const { stdout, status } = probe('--url', product.url, '--timeout', '5');
  expect([stdout.replace(/\d+ ms/, ''), status]).toEqual([
    expect.stringMatching(/^FAIL page .* no_connection\n$/),
    1,
  ]);
});
