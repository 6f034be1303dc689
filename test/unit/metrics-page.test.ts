import { expect, it } from 'vitest';
import { readPage, withMetrics } from '../../scripts/build-metrics.ts';

it('docs/operate/watch.md has every number (npm run build:metrics)', () => {
  const page = readPage();
  expect(page).toBe(withMetrics(page));
});
