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

  describe('of a machine that sleeps', () => {
    const NIGHT_S = 8 * 60 * 60;
    let uptimeS = () => performance.now() / 1_000 + 100;
    const clockOfLaptop = () => {
      uptimeS = () => performance.now() / 1_000 + 100;
      return systemClock(() => uptimeS());
    };
    const sleep = () => {
      const awake = uptimeS;
      uptimeS = () => awake() + NIGHT_S;
      vi.setSystemTime(Date.now() + NIGHT_S * 1_000);
    };

    it('tells the time again a second after waking', () => {
      const clock = clockOfLaptop();
      const before = clock.now();
      sleep();
      vi.advanceTimersByTime(1_000);
      expect(clock.now() - before).toBe(NIGHT_S * 1_000 + 1_000);
      vi.advanceTimersByTime(60_000);
      expect(clock.now() - before).toBe(NIGHT_S * 1_000 + 61_000);
      sleep();
      vi.advanceTimersByTime(1_000);
      expect(clock.now() - before).toBe(2 * NIGHT_S * 1_000 + 62_000);
    });

    it('fires what was due meanwhile, and nothing that was not', () => {
      const clock = clockOfLaptop();
      const fired: string[] = [];
      clock.setTimer(clock.now() + 60_000, () => fired.push('in the night'));
      clock.setTimer(clock.now() + 60_000, () => fired.push('forgotten'))();
      clock.setTimer(clock.now() + NIGHT_S * 1_000 + 5_000, () => fired.push('after it'));
      sleep();
      vi.advanceTimersByTime(1_001);
      expect(fired).toEqual(['in the night']);
      vi.advanceTimersByTime(4_000);
      expect(fired).toEqual(['in the night', 'after it']);
    });

    it('takes an uptime that is wrong, and a system time that is set, for no sleep', () => {
      const clock = clockOfLaptop();
      const before = clock.now();
      const right = uptimeS;
      uptimeS = () => right() + 300 * 24 * 60 * 60;
      vi.advanceTimersByTime(5_000);
      vi.setSystemTime(Date.now() + DAY);
      vi.advanceTimersByTime(5_000);
      uptimeS = right;
      vi.advanceTimersByTime(5_000);
      vi.setSystemTime(Date.now() - 2 * DAY);
      vi.advanceTimersByTime(5_000);
      expect(clock.now() - before).toBe(20_000);
    });

    it('takes the rounding of an uptime for no sleep', () => {
      const clock = systemClock(() => Math.round(performance.now() / 1_000));
      const before = clock.now();
      vi.advanceTimersByTime(DAY);
      expect(clock.now() - before).toBe(DAY);
    });
  });
});
