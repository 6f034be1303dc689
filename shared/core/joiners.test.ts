import { describe, expect, it } from 'vitest';
import { withNeededJoiners } from './joiners.ts';

const ZWNJ = '\u200c';
const ZWJ = '\u200d';

describe('joiners', () => {
  it.each([
    ['Persian half-spaces', `می${ZWNJ}خواهم کتاب${ZWNJ}ها خانه${ZWNJ}ای کار${ZWNJ}ها`],
    ['a Persian letter that looks joined', `ه${ZWJ}.ش`],
    ['an Arabic letter with a vowel', `بَ${ZWNJ}ب`],
    ['Hindi half forms', `क्${ZWJ}ष क्${ZWNJ}ष`],
    ['Sinhala', `ශ්${ZWJ}රී`],
    ['Bengali ya-phalaa', `র${ZWJ}্যাব`],
    ['Malayalam chillus', `ന്${ZWJ}`],
    ['families and professions', '👨\u200d👩\u200d👧 👩🏽\u200d🚀 ❤️\u200d🔥 🏳️\u200d🌈'],
  ])('keeps those of %s', (_, text) => {
    expect(withNeededJoiners(text)).toBe(text);
  });

  it.each([
    [`An${ZWJ}na`, 'Anna'],
    [`An${ZWNJ}na`, 'Anna'],
    [`${ZWNJ}می${ZWNJ}`, 'می'],
    [`Аn${ZWJ}`, 'Аn'],
    [`中${ZWNJ}文`, '中文'],
    [`😀${ZWJ}`, '😀'],
    [`क${ZWJ}`, 'क'],
    [`a${ZWJ}${ZWNJ}${ZWJ}b`, 'ab'],
    [`می${ZWNJ}${ZWNJ}${ZWNJ}خواهم`, `می${ZWNJ}خواهم`],
  ])('drops what only hides: %j becomes %j', (text, kept) => {
    expect(withNeededJoiners(text)).toBe(kept);
  });
});
