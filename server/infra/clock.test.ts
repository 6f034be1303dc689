import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

const DAY = 24 * 60 * 60 * 1_000;

describe('the clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does not follow the system time', () => {
    const clock = systemClock();
    const before = clock.now();
    vi.setSystemTime(Date.now() + DAY);
    expect(clock.now() - before).toBeLessThan(1_000);
  });

  it('fires at its moment, not before', () => {
    const clock = systemClock();
    const fired: number[] = [];
    const at = clock.now() + 1_500;
    clock.setTimer(at, () => fired.push(clock.now()));
    vi.advanceTimersByTime(1_490);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(20);
    expect(fired[0]).toBeGreaterThanOrEqual(at);
  });

  it('waits longer than one timer of Node can', () => {
    const clock = systemClock();
    const fire = vi.fn();
    clock.setTimer(clock.now() + 60 * DAY, fire);
    vi.advanceTimersByTime(59 * DAY);
    expect(fire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2 * DAY);
    expect(fire).toHaveBeenCalledOnce();
  });

  it('can be told to forget', () => {
    const clock = systemClock();
    const fire = vi.fn();
    const cancel = clock.setTimer(clock.now() + 60 * DAY, fire);
    vi.advanceTimersByTime(30 * DAY);
    cancel();
    vi.advanceTimersByTime(60 * DAY);
    expect(fire).not.toHaveBeenCalled();
  });
});
