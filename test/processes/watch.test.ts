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
import { read } from '../unit/repository.ts';

const PROBE = fileURLToPath(new URL('../../loadtest/probe/main.ts', import.meta.url));

let folder: string;
let product: Product;
let prometheus: Prometheus;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'color-clues-watch-'));
  const port = await freePort();
  product = await Product.start({ DATA_DIR: folder, METRICS_PORT: String(port), BOT_PACE: '0' });
  prometheus = await Prometheus.start(`127.0.0.1:${port}`);
});
afterAll(async () => {
  await prometheus?.stop();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rings = (alert: string) =>
  until(async () => (await prometheus.ringing()).includes(alert), alert, 15_000);
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
  host.patienceMs = 30_000;
  expect(await prometheus.ringing()).toEqual([]);
  const db = new DatabaseSync(join(folder, 'color-clues.db'));
  db.exec('BEGIN EXCLUSIVE');
  const answer = host.say({ type: 'addBot' });
  await rings('StoreAway');
  db.exec('COMMIT');
  db.close();
  expect(await answer).toBeNull();
  await rings('AnswersSlow');
  await until(async () => !(await prometheus.ringing()).includes('StoreAway'), 'the store to be back');
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
