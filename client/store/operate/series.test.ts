import { describe, expect, it } from 'vitest';
import { Series, SPAN_MS, together } from './series.ts';

const at = (seconds: number, numbers: Record<string, number>) => ({ at: seconds * 1_000, numbers });

describe('all processes together', () => {
  it('have what each has, and wait as long as the slowest', () => {
    const both = together([
      at(5, { moves: 3, ackP99Ms: 9, 'refusals/busy': 1 }),
      at(6, { moves: 4, ackP99Ms: 2 }),
    ]);
    expect(both).toEqual(at(6, { moves: 7, ackP99Ms: 9, 'refusals/busy': 1 }));
    expect(together([])).toBeNull();
  });
});

describe('a series', () => {
  it('says how fast a count grows, over two seconds, and never less than nothing', () => {
    const series = new Series();
    for (const [second, moves] of [
      [0, 10],
      [1, 11],
      [2, 14],
      [3, 14],
      [4, 14],
      [5, 0],
    ] as const)
      series.add(at(second, { moves }));
    expect(series.rates('moves')).toEqual([0, 1, 2, 1.5, 0, 0]);
    expect(series.values('people')).toEqual([null, null, null, null, null, null]);
  });

  it('takes nothing twice, and forgets what is older than the chart', () => {
    const series = new Series();
    expect([series.add(at(1, {})), series.add(at(1, {})), series.add(at(2, {}))]).toEqual([
      true,
      false,
      true,
    ]);
    series.add({ at: 1_500 + SPAN_MS, numbers: {} });
    expect(series.samples.map((sample) => sample.at)).toEqual([2_000, 1_500 + SPAN_MS]);
  });
});
