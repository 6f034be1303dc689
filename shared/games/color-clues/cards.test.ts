import { differenceCiede2000 } from 'culori';
import { describe, expect, it } from 'vitest';
import { CELLS, COLORS } from './board.ts';
import { CARDS } from './cards.ts';

describe('The cards (rule 1.2)', () => {
  it('has 120 cards of four cells', () => {
    expect(CARDS).toHaveLength(120);
    expect(CARDS.every((card) => card.length === 4)).toBe(true);
  });

  it('shows every cell of the board exactly once', () => {
    const cells = CARDS.flat().sort((a, b) => a - b);
    expect(cells).toEqual(Array.from({ length: CELLS }, (_, cell) => cell));
  });

  it('keeps the colors of a card at least ΔE2000 25 apart', () => {
    const difference = differenceCiede2000();
    const differences = CARDS.flatMap((card) =>
      card.flatMap((a, i) => card.slice(i + 1).map((b) => difference(COLORS[a]!, COLORS[b]!))),
    );
    expect(Math.min(...differences)).toBeGreaterThanOrEqual(25);
  });

  it('never changes: stored games refer to cards by index', () => {
    const print = CARDS.flat().reduce((hash, cell) => (Math.imul(hash, 31) + cell) >>> 0, 7);
    expect(print).toBe(4_291_716_261);
  });
});
