import { expect, it } from 'vitest';
import { Recorder } from './recorder.ts';
import { Timeline } from './timeline.ts';

/** Nothing was seen: only the generator itself counts here. */
const nothing = new Recorder().take();
const sample = (worker: number, cpuMs: number, ms: number, lagMs = 0) => ({ worker, cpuMs, ms, lagMs });

it('the generator is as busy as its busiest worker, however often and late that one tells', () => {
  const timeline = new Timeline();
  timeline.take(nothing, sample(0, 300, 300));
  timeline.take(nothing, sample(0, 200, 700, 9));
  timeline.take(nothing, sample(1, 400, 1_000, 4));
  expect(timeline.tick(0).generator).toEqual({ cpu: 50, lagMs: 9 });
  // Whoever is silent has not become idle.
  expect(timeline.tick(0).generator).toEqual({ cpu: 50, lagMs: 0 });
  timeline.take(nothing, sample(0, 1_800, 2_000));
  expect(timeline.tick(0).generator).toEqual({ cpu: 90, lagMs: 0 });
});

it('what the generator used before it was measured does not count', () => {
  const timeline = new Timeline();
  timeline.take(nothing, sample(0, 1_000, 1_000, 80));
  timeline.begin();
  timeline.take(nothing, sample(0, 100, 1_000, 5));
  timeline.take(nothing, sample(0, 30, 300, 1));
  expect(timeline.generator).toEqual({ cpu: 10, lagMs: 5 });
});

it('the CPU of the server is told by seconds, not by two samples that came side by side', () => {
  const timeline = new Timeline();
  const server = { cpuMs: 100, rssBytes: 1, lagMs: 1, heldBytes: null };
  timeline.takeServer(server);
  timeline.takeServer({ ...server, cpuMs: 180, lagMs: 70 });
  expect(timeline.tick(0).server).toMatchObject({ cpu: 0, lagMs: 70 });
});
