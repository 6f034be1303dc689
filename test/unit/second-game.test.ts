import { expect, it } from 'vitest';
import { read, tracked } from './repository.ts';

/** The folders of Four in a Row, without its messages and what is made up for tests and the gallery. */
const FILES = tracked.filter(
  (file) =>
    /^(?:shared|server|client)\/games\/four-in-a-row\/.*\.(?:tsx?|css)$/.test(file) &&
    !/\.test\.|\/samples\.|\/messages\//.test(file),
);

it('a whole game with its bots, screens and styles, but for its messages, takes at most 720 lines', () => {
  const lines = FILES.map((file) => read(file).split('\n').length - 1);
  expect(FILES.length).toBeGreaterThan(10);
  expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(720);
});
