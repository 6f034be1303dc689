import { expect, it } from 'vitest';
import { account } from '../../i18n/account/index.ts';
import { seenWords } from './words.ts';

const HOUR_MS = 60 * 60 * 1_000;
const NOW = 1_700_000_000_000;

it.each([
  [-HOUR_MS, 'used just now'],
  [0, 'used just now'],
  [2 * HOUR_MS - 1, 'used just now'],
  [2 * HOUR_MS, 'used 2 hours ago'],
  [24 * HOUR_MS - 1, 'used 23 hours ago'],
  [24 * HOUR_MS, 'used 1 day ago'],
  [72 * HOUR_MS, 'used 3 days ago'],
])('a browser that was seen %i ms ago: %s', (agoMs, words) => {
  expect(seenWords(NOW - agoMs, NOW)).toBe(words);
});

it.each([
  [10, '10 recovery codes left.'],
  [1, '1 recovery code left.'],
  [0, 'No recovery code is left. Make new ones, in case you forget the password.'],
])('%i codes: %s', (left, words) => {
  expect(account.codesLeft(left)).toBe(words);
});
