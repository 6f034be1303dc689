import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('lets whoever writes alone go on at once', () => {
  const pace = new Pace();
  expect(pace.restMs(0)).toBe(0);
  for (let now = 1; now < 50; now++) {
    pace.answered(now - 0.5, now, 1);
    expect(pace.restMs(now)).toBe(0);
  }
});

it('lets a crowd wait for each other, six times as long as a commit takes', () => {
  const pace = new Pace();
  pace.answered(10, 10.5, 4);
  expect(pace.restMs(10.5)).toBe(2.5);
  expect(pace.restMs(13)).toBe(0);
  pace.answered(13, 14, 20);
  expect(pace.restMs(14)).toBe(5);
});

it('lets a few wait for each other, four times as long as a commit takes', () => {
  const pace = new Pace();
  pace.answered(10, 10.5, 2);
  expect(pace.restMs(10.5)).toBe(1.5);
  expect(pace.restMs(12)).toBe(0);
  pace.answered(12, 13, 1);
  expect(pace.restMs(13)).toBe(3);
  pace.answered(16, 17, 3);
  expect(pace.restMs(17)).toBe(3);
});

it('holds nobody up for more than 8 ms, and not at all behind a commit that took longer', () => {
  const pace = new Pace();
  pace.answered(10, 15, 5);
  expect(pace.restMs(15)).toBe(3);
  pace.answered(20, 60, 5);
  expect(pace.restMs(60)).toBe(0);
});

it('forgets a crowd that is gone', () => {
  const pace = new Pace();
  pace.answered(10, 11, 2);
  pace.answered(60, 61, 1);
  expect(pace.restMs(61)).toBe(3);
  pace.answered(111, 112, 1);
  expect(pace.restMs(112)).toBe(0);
});
