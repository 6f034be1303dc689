import { expect, it } from 'vitest';
import { type Study, study } from '../growth/growth.ts';
import { growthHtml, growthOf, growthText } from './growth.ts';

/** Something that costs as much as there are tables, and something that does not. */
const costs: Study = {
  name: 'costs',
  line: 'What does it <cost>?',
  tables: [1_000, 4_000],
  measure: async (count) => [
    ['dear', 'ms', count / 1_000],
    ['cheap', 'µs', 250],
  ],
};

it('a study shows each figure for each number of tables, and how many times the first the last is', async () => {
  const growth = growthOf(costs, costs.tables, await study(costs, costs.tables, 1, () => {}), 0);
  const text = growthText(growth);
  expect(text).toContain('| figure | 1000 tables | 4000 tables | last to first |');
  expect(text).toContain('| dear | 1.00 ms | 4.00 ms | 4.00 |');
  expect(text).toContain('| cheap | 250 µs | 250 µs | 1.00 |');
  expect(growthHtml(growth)).toContain('<td>4.00 ms</td>');
  expect(growthHtml(growth)).toContain('&lt;cost&gt;');
});

it('with one number of tables there is nothing to hold against each other', async () => {
  const growth = growthOf(costs, [500], await study(costs, [500], 1, () => {}), 0);
  expect(growthText(growth)).toContain('| dear | 0.500 ms |\n');
});
