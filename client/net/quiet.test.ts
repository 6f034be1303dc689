import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Quiet } from './quiet.ts';

const QUIET_MS = 10_000;
const AT_LEAST_MS = 60_000;

let asked: number[];
let quiet: Quiet;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked = [];
  quiet = new Quiet(QUIET_MS, AT_LEAST_MS, () => asked.push(Date.now()));
  quiet.start();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Something is heard every so often, for a while; ms. */
function hear(everyMs: number, forMs: number): void {
  for (let past = 0; past < forMs; past += everyMs) {
    vi.advanceTimersByTime(everyMs);
    quiet.heard();
  }
}

it('asks at once when nothing was heard for so long, and again as long as nothing is', () => {
  vi.advanceTimersByTime(35_000);
  expect(asked).toEqual([10_000, 20_000, 30_000]);
});

it('asks nobody who is heard, but once in a minute', () => {
  hear(3_000, 150_000);
  expect(asked).toEqual([60_000, 120_000]);
});

it('counts silence from what was heard last, to the millisecond', () => {
  hear(3_000, 12_000);
  vi.advanceTimersByTime(QUIET_MS - 1);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual([22_000]);
});

it('asks nothing any more when it is stopped, and begins anew when it is started', () => {
  vi.advanceTimersByTime(9_000);
  quiet.stop();
  vi.advanceTimersByTime(60_000);
  quiet.start();
  vi.advanceTimersByTime(9_999);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual([79_000]);
});
