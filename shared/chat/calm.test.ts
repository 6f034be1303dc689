import { expect, it } from 'vitest';
import { calmMs } from './calm.ts';

it('what follows messages is told again after a second, where many write after five', () => {
  expect([0, 1, 5, 6, 60].map(calmMs)).toEqual([1_000, 1_000, 1_000, 5_000, 5_000]);
});
