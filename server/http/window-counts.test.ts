import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WindowCounts } from './window-counts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lets each key do it so often in a window that begins with its first time', () => {
  const counts = new WindowCounts(2, 10);
  expect(counts.take('a')).toBeNull();
  vi.advanceTimersByTime(6_000);
  expect([counts.take('a'), counts.take('a'), counts.take('b')]).toEqual([null, 4_000, null]);
  expect([counts.waitFor('a'), counts.waitFor('b'), counts.waitFor('c')]).toEqual([4_000, null, null]);
  vi.advanceTimersByTime(4_000);
  expect([counts.waitFor('a'), counts.take('a'), counts.take('b'), counts.take('b')]).toEqual([
    null,
    null,
    null,
    6_000,
  ]);
});

it('takes back what was given back, in its window only', () => {
  const counts = new WindowCounts(1, 10);
  counts.take('a');
  counts.giveBack('a');
  expect(counts.take('a')).toBeNull();
  vi.advanceTimersByTime(10_000);
  counts.giveBack('a');
  expect([counts.take('a'), counts.take('a')]).toEqual([null, 10_000]);
});

it('has no timer, and forgets windows that are over', () => {
  const counts = new WindowCounts(1, 10);
  for (let i = 0; i < 1_000; i++) counts.take(`first ${i}`);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(10_000);
  for (let i = 0; i < 600; i++) counts.take(`second ${i}`);
  expect(counts.size).toBe(600);
});
