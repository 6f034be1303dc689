import { expect, it } from 'vitest';
import { comparisonText } from './compare.ts';
import { spread } from './spread.ts';

it('a ratio is the median of the turns, with the least and the greatest', () => {
  expect(spread([2, 1, 4])).toBe('2.00 (1.00–4.00)');
  expect(spread([3])).toBe('3.00 (3.00–3.00)');
});

it('ratios are taken within a turn, against the first contender', () => {
  const text = comparisonText({
    contenders: ['by hand', 'product'],
    rows: [
      {
        name: 'bytes',
        unit: 'B',
        values: [
          [10, 20, 40],
          [20, 20, 20],
        ],
      },
    ],
    troubles: ['product: no answer (to a move)'],
  });
  expect(text).toContain('| bytes | 20.0 B | 20.0 B | 1.00 (0.50–2.00) |');
  expect(text).toContain('✗ product: no answer (to a move)');
});
