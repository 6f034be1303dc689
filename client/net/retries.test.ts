import { expect, it } from 'vitest';
import { Retries } from './retries.ts';

const waits = (retries: Retries, count: number): number[] =>
  Array.from({ length: count }, () => retries.next(0.5));

it('tries at once, then less and less often', () => {
  expect(waits(new Retries(), 7)).toEqual([0, 250, 500, 1_000, 2_000, 2_000, 2_000]);
});

it('spreads the tries of many by half', () => {
  const [first, second] = [new Retries(), new Retries()];
  for (const each of [first, second]) each.next(0.5);
  expect([first.next(0), second.next(1)]).toEqual([125, 375]);
});

it('tries at once again after a room was live for a while', () => {
  const retries = new Retries();
  waits(retries, 4);
  retries.live(1_000);
  retries.lost(7_000);
  expect(waits(retries, 2)).toEqual([0, 250]);
});

it('does not wait long for a room that is known to be on its way', () => {
  const retries = new Retries();
  expect(Array.from({ length: 4 }, () => retries.next(0.5, true))).toEqual([0, 100, 250, 250]);
});

it('goes on waiting longer when each room is lost as soon as it is found', () => {
  const retries = new Retries();
  const seen: number[] = [];
  for (let now = 0; now < 60_000; now += 1_000) {
    seen.push(retries.next(0.5));
    retries.live(now);
    retries.lost(now + 500);
  }
  expect(seen.slice(0, 5)).toEqual([0, 250, 500, 1_000, 2_000]);
  expect(new Set(seen.slice(5))).toEqual(new Set([2_000]));
});
