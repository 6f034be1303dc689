import { expect, it } from 'vitest';
import { listenForMetrics } from './listener.ts';
import { Metrics } from './metrics.ts';
import { Recent } from './recent.ts';

const page = async (metrics: Metrics): Promise<string> => {
  const port = await listenForMetrics({ host: '127.0.0.1', port: 0 }, metrics.families);
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  return answer.text();
};

it('what is counted is told to Prometheus on a port of its own', async () => {
  const metrics = new Metrics();
  metrics.moves.of('chess').add();
  metrics.moves.of('chess').add(2);
  metrics.storeSeconds.of('append').note(0.004);
  metrics.storeSeconds.of('append').note(20);
  metrics.redisUp.from(() => 1);
  metrics.tables.from(() => [[['chess', 'playing'], 4]]);
  const lines = (await page(metrics)).split('\n');
  expect(lines).toContain('# TYPE colorclues_moves_total counter');
  expect(lines).toContain('colorclues_moves_total{game="chess"} 3');
  expect(lines).toContain('colorclues_store_seconds_bucket{operation="append",le="0.0025"} 0');
  expect(lines).toContain('colorclues_store_seconds_bucket{operation="append",le="0.005"} 1');
  expect(lines).toContain('colorclues_store_seconds_bucket{operation="append",le="+Inf"} 2');
  expect(lines).toContain('colorclues_store_seconds_sum{operation="append"} 20.004');
  expect(lines).toContain('colorclues_store_seconds_count{operation="append"} 2');
  expect(lines).toContain('colorclues_redis_up 1');
  expect(lines).toContain('colorclues_tables{game="chess",phase="playing"} 4');
  expect(lines.some((line) => line.startsWith('process_cpu_seconds_total '))).toBe(true);
});

it('every name says its unit, and what only grows ends with total', () => {
  const { families } = new Metrics();
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  for (const { name, type, help, labels } of families) {
    expect(name).toMatch(/^colorclues_[a-z]+(?:_[a-z]+)*$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    expect(help).toMatch(/\.$/);
    for (const label of labels) expect(label).toMatch(/^[a-z]+$/);
  }
});

it('labels that are not closed after all fill no memory', () => {
  const metrics = new Metrics();
  for (let i = 0; i < 10_000; i++) metrics.refusals.of('table', `code ${i}`).add();
  const family = metrics.families.find(({ name }) => name === 'colorclues_refusals_total')!;
  const samples = family.samples();
  expect(samples.length).toBeLessThan(400);
  expect(samples.reduce((sum, { value }) => sum + value, 0)).toBe(10_000);
});

it('a look at once tells what it was like in the last seconds', () => {
  const metrics = new Metrics();
  const meter = metrics.meter('table', 'command');
  for (let i = 0; i < 98; i++) meter.answered(performance.now() - 10, null);
  for (let i = 0; i < 2; i++) meter.answered(performance.now() - 400, 'too_early');
  metrics.meter('table', 'clock').answered(performance.now() - 9_000, null);
  metrics.messages.of('public').add();
  const { ackP50Ms, ackP99Ms, refusals, messages } = metrics.snapshot();
  expect(ackP50Ms).toBeGreaterThanOrEqual(10);
  expect(ackP50Ms).toBeLessThan(12);
  expect(ackP99Ms).toBeGreaterThanOrEqual(400);
  expect(ackP99Ms).toBeLessThan(450);
  expect(refusals).toEqual({ too_early: 2 });
  expect(messages).toBe(1);
});

it('what is older than ten seconds is forgotten, after a long silence too', () => {
  const recent = new Recent();
  recent.note(100, 1_000);
  recent.note(1, 9_000);
  expect(recent.percentiles([1], 10_900)[0]).toBeGreaterThan(99);
  expect(recent.percentiles([1], 11_000)[0]).toBeLessThan(1.1);
  expect(recent.percentiles([0.5, 1], 500_000)).toEqual([null, null]);
});
