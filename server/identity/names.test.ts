import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { makeGuestName } from './guest-names.ts';
import { checkName, cleanText, isLookAlike, isRude, MAX_NAME, nameKey } from './names.ts';

describe('names', () => {
  it.each([
    ['  Zoë   Müller ', 'Zoë Müller'],
    ['Zoe\u0308', 'Zoë'],
    ['a\u202Eb\u200Bc\u0000d', 'abcd'],
    ['line\nbreak\u2028here', 'line break here'],
    [`a${'\u0334'.repeat(50)}`, `a${'\u0334'.repeat(3)}`],
    ['\u3164\u2800Anna', 'Anna'],
    ['😀 Anna', '😀 Anna'],
  ])('shows %j as %j', (raw, shown) => {
    expect(cleanText(raw)).toBe(shown);
  });

  it.each([
    'Bob',
    'Робот',
    'Ana-María',
    '李小龙',
    'Hostess',
    'Scunthorpe',
    'Modesty',
    'O’Neil',
    '😀😀',
    'Ali 2',
    '7',
  ])('accepts %s', (name) => {
    expect(checkName(name)).toEqual({ ok: true, value: name });
  });

  it.each(['', '   ', '\u200B\u3164', '\u0301\u0301'])('refuses the empty name %j', (name) => {
    expect(checkName(name)).toEqual({ ok: false, error: 'Please enter a name.' });
  });

  it.each([
    'Admin',
    'ADMIN',
    'аdmin', // Cyrillic а
    'Ａｄｍｉｎ', // full width
    'ad\u200Bmin',
    'admin99',
    'Adm1n',
    'the Moderator',
    'Bot',
    'bot_7',
    'Anna (host)',
    'System',
    'Color Clues',
    'C0LOR-CLUES',
  ])('refuses %s, which could be taken for the game', (name) => {
    expect(checkName(name)).toMatchObject({ ok: false, error: expect.stringContaining('game itself') });
  });

  it.each(['fuck', 'sh1t', 'f u c k', 'ｆｕｃｋ', 'F.u.c.k'])('refuses the rude %s', (name) => {
    expect(checkName(name).ok).toBe(false);
    expect(isRude(name)).toBe(true);
  });

  it('counts characters as people do', () => {
    expect(checkName('👩🏽'.repeat(MAX_NAME)).ok).toBe(true);
    expect(checkName('x'.repeat(MAX_NAME + 1)).ok).toBe(false);
  });

  it.each([
    ['Anna', 'ANNA'],
    ['Anna', 'Аnnа'],
    ['Bill', 'BiII'],
    ['Zoë', 'Zoe'],
    ['Tom', 'Torn'],
    ['Bo b', 'Bob'],
    ['😀', '😀'],
  ])('takes %s and %s for one another', (a, b) => {
    expect(isLookAlike(a, b)).toBe(true);
  });

  it.each([
    ['Anna', 'Hanna'],
    ['😀', '😎'],
  ])('tells %s from %s', (a, b) => {
    expect(isLookAlike(a, b)).toBe(false);
  });

  it('gives guests names that pass its own check', () => {
    const rng = seededRng(1);
    for (let i = 0; i < 300; i++) {
      const name = makeGuestName(rng);
      expect(checkName(name), name).toEqual({ ok: true, value: name });
    }
  });
});

describe('what a name is held by', () => {
  const names = fc
    .string({ unit: fc.constantFrom(...'aIl1oO0éß Ωжק中한क्﷽ﬃ😀👩🏽❤️!·-\u200b\u0301'), maxLength: 60 })
    .map(checkName)
    .filter((name) => name.ok)
    .map((name) => name.value);

  it('is short and never empty, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(nameKey(name)).toMatch(/^\S{1,120}$/u);
      }),
    );
  });

  it('is short for letters that stand for whole sentences, and still tells them apart', () => {
    const [one, two] = ['ﷺ'.repeat(20), `${'ﷺ'.repeat(19)}a`];
    expect(nameKey(one).length).toBeLessThanOrEqual(120);
    expect(nameKey(one)).not.toBe(nameKey(two));
  });

  it('does not change with case, width, spaces or what cannot be seen', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
      minLength: 1,
    });
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(letters, (text) => {
        const key = nameKey(text);
        for (const look of [
          text.toUpperCase(),
          wide(text),
          text.split('').join(' '),
          `${text}\u200b`,
          `${text}!`,
        ])
          expect(nameKey(look), look).toBe(key);
      }),
    );
  });

  it.each([
    ['Anna', 'Hanna'],
    ['😀', '😎'],
    ['!', '?'],
    ['Ana', 'Ana2'],
  ])('tells %s from %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});
