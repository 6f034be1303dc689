import { expect, it } from 'vitest';
import { until } from '../../test/harness/until.ts';
import { Recorder } from '../measure/recorder.ts';
import { Beat } from './beat.ts';

const EVERY_MS = 10;
const BLOCKED_MS = 120;

/** A generator that is busy with something else for a while. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('makes up for every moment that was missed, each counted from when it was due', async () => {
  const due: number[] = [];
  const lateMs: number[] = [];
  const beat = new Beat(EVERY_MS, 0, new Recorder(), (dueAt) => {
    lateMs.push(performance.now() - dueAt);
    due.push(dueAt);
    if (due.length === 3) block(BLOCKED_MS);
  });
  await until(() => due.length >= 16, 'sixteen beats');
  beat.stop();
  // What came right after the block had waited for most of it, the next a beat less, and so on.
  expect(lateMs[3]).toBeGreaterThan(BLOCKED_MS - 2 * EVERY_MS);
  expect(due[4]! - due[3]!).toBeCloseTo(EVERY_MS, 0);
  expect(due[5]! - due[4]!).toBeCloseTo(EVERY_MS, 0);
});

it('says how late the generator itself was', async () => {
  const recorder = new Recorder();
  let count = 0;
  const beat = new Beat(EVERY_MS, 0, recorder, () => {
    if (++count === 1) block(BLOCKED_MS);
  });
  await until(() => count >= 4, 'four beats');
  beat.stop();
  const late = recorder.take().tookUs['generator late']!;
  expect(Math.max(...late) / 1_000).toBeGreaterThan(BLOCKED_MS - 2 * EVERY_MS);
});

it('is silent once it is stopped, also from within', async () => {
  let count = 0;
  const beat = new Beat(1, 0, new Recorder(), () => {
    count++;
    block(5);
    beat.stop();
  });
  const other = { count: 0 };
  const clock = new Beat(1, 0, new Recorder(), () => other.count++);
  await until(() => other.count > 20, 'another beat to go on');
  clock.stop();
  expect(count).toBe(1);
});
