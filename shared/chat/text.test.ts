import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, firstWords, hasLink, isEmoji, isTooLong } from './text.ts';
import { MAX_TEXT } from './types.ts';

const clean = (raw: string): string => {
  const result = cleanText(raw);
  return result.ok ? result.value : result.error.code;
};
const FAMILY = '👨‍👩‍👧‍👦';
const SCOTLAND = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

describe('a cleaned text', () => {
  it.each([
    ['  hi \n', 'hi'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a \t \nb', 'a\nb'],
    ['a\tb', 'a  b'],
    ['a\n\n\nb', 'a\n\n\nb'],
    ['a\n\n \n\t\n\nb', 'a\n\n\nb'],
    ['e\u0301', 'é'],
    ['a\u0000\u0007\u001b[0m', 'a[0m'],
    ['\u202eabc\u202c\u2066x\u2069\u200f', 'abcx'],
    ['a\u200bb\u200cc\u200dd\u2060e\ufefff\u00ad', 'abcdef'],
    ['e\u200b\u0301', 'é'],
    ['\u3164x\u115f\u034f', 'x'],
    ['a\ud800b\udc00', 'ab'],
    ['\u{e0061}\u{e0062}x', 'x'],
    ['a\u{e0061}\u{e007f}x', 'ax'],
    ['नमस्ते', 'नमस्ते'],
    ['ကြွှေ့', 'ကြွှေ့'],
    ['שָׁלוֹם', 'שָׁלוֹם'.normalize('NFC')],
  ])('%j is %j', (raw, text) => {
    expect(clean(raw)).toBe(text);
  });

  it.each([FAMILY, SCOTLAND, '❤️', '👍🏽', '🏳️‍🌈', '👩🏽‍🚀', '1️⃣', '🇩🇪', '👁️‍🗨️'])('keeps %s whole', (emoji) => {
    expect(clean(`a ${emoji} b`)).toBe(`a ${emoji} b`);
  });

  it('has few marks on one letter', () => {
    expect(clean(`m${'\u0336'.repeat(60)}oss`)).toBe('m\u0336\u0336\u0336oss');
    expect(clean(`ก${'\u0e47'.repeat(60)}`)).toBe(`ก${'\u0e47'.repeat(6)}`);
  });

  it.each(['', '  \n\t', '\u200b\u200d', '\u3164', '\u2800', '\ufe0f', '\u0301', '\ud800'])(
    '%j is nothing',
    (raw) => {
      expect(clean(raw)).toBe('empty_text');
    },
  );

  it('is counted as people count', () => {
    expect(clean(`  ${'x'.repeat(MAX_TEXT)}  `)).toBe('x'.repeat(MAX_TEXT));
    expect(clean('x'.repeat(MAX_TEXT + 1))).toBe('text_too_long');
    expect(clean('❤️'.repeat(MAX_TEXT))).toBe('❤️'.repeat(MAX_TEXT));
    expect(clean('❤️'.repeat(MAX_TEXT + 1))).toBe('text_too_long');
    expect(clean(Array(1_000).fill('👩').join('\u200d'))).toBe('text_too_long');
  });

  it('whatever it was: has nothing hidden in it, and is the same when cleaned again', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        ' ',
        '\n',
        '\t',
        '\u200d',
        '\ufe0f',
        '👩',
        '🏽',
        '\u0301',
        '\u0e47',
        '\u202e',
        '\ud83d',
        '\u0344',
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 600 }), (raw) => {
        const result = cleanText(raw);
        if (!result.ok) return;
        const text = result.value;
        expect(text).toBe(text.trim().normalize('NFC'));
        expect(text.isWellFormed()).toBe(true);
        expect(text.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u200c\ufeff]/u,
        );
        expect(text).not.toMatch(/\n{4}|[^\S\n]\n|\p{M}{7}/u);
        expect([...new Intl.Segmenter().segment(text)].length).toBeLessThanOrEqual(MAX_TEXT);
        expect(cleanText(text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([' ', '\n', '\t', '\u0301', '\u200d', '👩\u200d', 'a\u0301', '\u{1f3f4}\u{e0061}'])(
    'takes no longer than its length: %j',
    (snippet) => {
      const isShort = ['\n', '\u0301', '\u200d'].includes(snippet);
      expect(cleanText(`a${snippet.repeat(200_000)}b`).ok).toBe(isShort);
    },
    4_000,
  );
});

describe('too long', () => {
  it('is counted in clusters, and bounded in units', () => {
    expect([isTooLong(FAMILY.repeat(200)), isTooLong(FAMILY.repeat(501))]).toEqual([false, true]);
    expect(isTooLong(`a${'\u0301'.repeat(2_600)}`)).toBe(true);
  });
});

describe('links', () => {
  it.each([
    'https://example.org',
    'HTTP://EXAMPLE.ORG',
    'see ftp://x',
    'steam://run/1',
    'www.example',
    'example.com',
    'Try example.com, please',
    'bit.ly/abc',
    'discord.gg/abc',
    't.me/abc',
    'sub.example.museum/x',
    'пример.com',
    'ｅｘａｍｐｌｅ．ｃｏｍ',
    '(example.org)',
    'a@example.com',
  ])('%j has one', (text) => {
    expect(hasLink(text)).toBe(true);
  });

  it.each([
    'hello',
    'wait...what',
    'end.Begin',
    '3.14',
    'e.g. this',
    'v1.2.3',
    'and/or',
    'at 10:30',
    'awww.yes',
    'a.community',
    '://',
    '',
  ])('%j has none', (text) => {
    expect(hasLink(text)).toBe(false);
  });

  it.each(['a', 'a.', 'w', 'www.', 'http:', '.a/', 'a-', 'ab.'])(
    'are looked for no longer than the text is long: %j',
    (snippet) => {
      expect(hasLink(`${snippet.repeat(200_000)} x`)).toBe(snippet === 'www.');
    },
    4_000,
  );
});

describe('one emoji', () => {
  it.each(['😀', '❤️', '👍🏽', FAMILY, SCOTLAND, '🏳️‍🌈', '1️⃣', '🇩🇪', '#️⃣'])('is %s', (text) => {
    expect(isEmoji(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '1',
    '#',
    '❤',
    '😀😀',
    '😀 ',
    ' 😀',
    '🇩',
    '👩\u200d',
    '\u200d',
    '🐶\u200d🐱',
    '__proto__',
    '©',
  ])('is not %j', (text) => {
    expect(isEmoji(text)).toBe(false);
  });
});

describe('first words', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['a b\n\n  c', 10, 'a b c'],
    ['the quick brown fox', 12, 'the quick…'],
    ['the quick brown fox', 10, 'the quick…'],
    ['quick ab cd', 9, 'quick ab…'],
    ['incomprehensibilities', 8, 'incompr…'],
    ['a incomprehensibilities', 8, 'a incom…'],
    [`${FAMILY} ${FAMILY} ${FAMILY}`, 4, `${FAMILY} ${FAMILY}…`],
    ['abc', 1, '…'],
    ['', 5, ''],
  ])('of %j in %i are %j', (text, max, words) => {
    expect(firstWords(text, max)).toBe(words);
  });

  it('are never more than was asked for, and one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (text, max) => {
          const words = firstWords(text, max);
          expect([...new Intl.Segmenter().segment(words)].length).toBeLessThanOrEqual(max);
          expect(words).not.toMatch(/\n|^ | $/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
