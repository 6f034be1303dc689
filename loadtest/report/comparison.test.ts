import { expect, it } from 'vitest';
import type { Comparison } from '../compare/compare.ts';
import { spread } from '../compare/spread.ts';
import { game } from '../scenarios/game.ts';
import { comparisonHtml, comparisonJson, comparisonText } from './comparison.ts';

const comparison: Comparison = {
  scenario: 'game',
  players: 6,
  pace: { moveMs: 1_000, messageMs: 1_000, arrivalMs: 1_000 },
  seed: 1,
  machine: { cpu: 'any', cores: 2, node: 'v24' },
  startedAt: 0,
  seconds: 10,
  turns: 3,
  contenders: [
    { name: 'ws', about: 'by hand' },
    { name: 'durable', about: 'the product' },
  ],
  rows: [
    {
      name: 'bytes',
      unit: 'B',
      values: [
        [10, 20, 40],
        [20, 20, 20],
      ],
    },
    { name: 'nothing', unit: 'ms', values: [[1], [Number.NaN]] },
  ],
  troubles: ['product: no answer (to a <move>)'],
  warnings: ['ws: the generator was slow'],
};

it('a ratio is the median of the turns, with the least and the greatest', () => {
  expect(spread([2, 1, 4])).toBe('2.00 (1.00–4.00)');
  expect(spread([3])).toBe('3.00 (3.00–3.00)');
});

it('ratios are taken within a turn, against the first contender', () => {
  const text = comparisonText(comparison);
  expect(text).toContain('| bytes | 1.00 (0.50–2.00) | 20.0 B | 20.0 B |');
  expect(text).toContain('| nothing | – | 1.00 ms | – |');
  expect(text).toContain('Careful: ws: the generator was slow\n✗ product: no answer (to a <move>)');
});

it('the data hold every value and the spread of every ratio', () => {
  const { rows } = JSON.parse(comparisonJson(comparison));
  expect(rows[0].values[0]).toEqual([10, 20, 40]);
  expect(rows[0].ratios).toEqual([null, { median: 1, least: 0.5, greatest: 2 }]);
});

it('the page shows the same, plots what can be plotted, and says when the ratios mean nothing', () => {
  const page = comparisonHtml(comparison, game);
  expect(page).toContain('<td>1.00 (0.50–2.00)</td>');
  expect(page).toContain('id="ratio-0"');
  expect(page).not.toContain('id="ratio-1"');
  expect(page).toContain('The ratios mean nothing: product: no answer (to a &lt;move&gt;)');
});
