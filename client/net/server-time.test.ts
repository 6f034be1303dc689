import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerTime } from './server-time.ts';
import { onWake } from './wake.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The machine sleeps: the time of day goes on, the monotonic clock of the page does not. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** One question and its answer: the server's clock is `ahead` of ours. */
function ask(time: ServerTime, roundTripMs: number, ahead = 5_000, meanwhile: () => void = () => {}): void {
  const answered = time.ask();
  vi.advanceTimersByTime(roundTripMs / 2);
  const now = Date.now() + ahead;
  meanwhile();
  vi.advanceTimersByTime(roundTripMs / 2);
  answered(now);
}

describe('the clock of the server', () => {
  it('is known from the quickest answer', () => {
    const time = new ServerTime();
    ask(time, 40);
    expect(time.now()).toBe(Date.now() + 5_000);
    ask(time, 400, 7_000);
    expect(time.now()).toBe(Date.now() + 5_000);
  });

  it('is right at the first answer after the machine slept, however slow that answer is', () => {
    const time = new ServerTime();
    ask(time, 40);
    vi.advanceTimersByTime(1_000);
    sleep(40_000);
    ask(time, 900);
    expect(time.now()).toBe(Date.now() + 5_000);
    ask(time, 2_000, 9_000);
    expect(time.now()).toBe(Date.now() + 5_000);
  });

  it('is that of the next server at its first answer, however slow that answer is', () => {
    const time = new ServerTime();
    ask(time, 40);
    time.forget();
    expect(time.now()).toBe(Date.now() + 5_000);
    ask(time, 900, -60_000);
    expect(time.now()).toBe(Date.now() - 60_000);
  });

  it('is not taken from an answer that was given before a sleep', () => {
    const time = new ServerTime();
    ask(time, 40);
    const before = time.now() - Date.now();
    ask(time, 30, 5_000, () => sleep(40_000));
    expect(time.now() - Date.now()).toBe(before - 40_000);
    ask(time, 3_000);
    expect(time.now()).toBe(Date.now() + 5_000);
  });

  it('is not taken from an answer that took longer than one is waited for, as when the clock runs on in a sleep', () => {
    const time = new ServerTime();
    ask(time, 40);
    ask(time, 600_000);
    expect(time.now()).toBe(Date.now() + 5_000);
  });

  it('does not move when somebody sets the clock of the machine', () => {
    const time = new ServerTime();
    ask(time, 40);
    const before = time.now();
    sleep(3_600_000);
    expect(time.now()).toBe(before);
  });
});

describe('onWake', () => {
  it('calls back within a second after a sleep, once, and not for time that passes', () => {
    const wake = vi.fn();
    const stop = onWake(wake);
    vi.advanceTimersByTime(10_000);
    expect(wake).not.toHaveBeenCalled();
    sleep(40_000);
    vi.advanceTimersByTime(1_000);
    expect(wake).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(wake).toHaveBeenCalledTimes(1);
    stop();
    sleep(40_000);
    vi.advanceTimersByTime(5_000);
    expect(wake).toHaveBeenCalledTimes(1);
  });
});
