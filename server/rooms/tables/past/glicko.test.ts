import { describe, expect, it } from 'vitest';
import { NEW_DEVIATION, rate, restedUntil } from './glicko.ts';

const YEAR_MS = 365 * 24 * 3_600_000;
const player = (rating: number, deviation: number, at = 0) => ({ rating, deviation, at });

describe('a rating (rule 10.5)', () => {
  it('is that of the published example', () => {
    const after = rate(
      player(1500, 200),
      [
        { opponent: player(1400, 30), score: 1 },
        { opponent: player(1550, 100), score: 0 },
        { opponent: player(1700, 300), score: 0 },
      ],
      0,
    );
    expect(after.rating).toBeCloseTo(1464.1, 1);
    expect(after.deviation).toBeCloseTo(151.4, 1);
  });

  it('rises by a win as another falls by the loss, and not at all by a draw of equals', () => {
    const equal = player(1500, 350);
    const [won, drew, lost] = ([1, 0.5, 0] as const).map((score) =>
      rate(null, [{ opponent: equal, score }], 5),
    );
    expect(won!.rating - 1500).toBeCloseTo(1500 - lost!.rating);
    expect(drew).toMatchObject({ rating: 1500, at: 5 });
    expect(won!.deviation).toBeLessThan(350);
  });

  it('is less sure the longer nothing is played, never more than that of a newcomer', () => {
    const [year, two, ten] = [1, 2, 10].map((years) => restedUntil(player(1600, 50), years * YEAR_MS));
    expect(year!.deviation).toBeGreaterThan(200);
    expect(two!.deviation).toBeCloseTo(NEW_DEVIATION, -1);
    expect(ten).toMatchObject({ rating: 1600, deviation: NEW_DEVIATION });
    expect(restedUntil(player(1600, 50, YEAR_MS), 0).deviation).toBe(50);
  });
});
