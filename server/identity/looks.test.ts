import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLookAlike, looksOf } from './looks.ts';
import { checkName } from './names.ts';

describe('names that look like another', () => {
  it.each([
    ['Anna', 'ANNA'],
    ['Anna', 'Аnnа'],
    ['Bill', 'BiII'],
    ['Zoë', 'Zoe'],
    ['Tom', 'Torn'],
    ['Bo b', 'Bob'],
    ['😀', '😀'],
    // Letters of other alphabets, in words of one alphabet and of two.
    ['Max', 'Мах'],
    ['Max', 'МАХ'],
    ['Max', 'мах'],
    ['Max', 'Μax'],
    ['Max', 'M∀x'],
    ['Ava', 'Ʌvɐ'],
    ['Eve', 'Ɛvǝ'],
    ['Max', 'Ꮇax'],
    ['Max', 'Ⅿax'],
    ['Tom', 'τom'],
    ['Tom', 'Ƭom'],
    ['Lea', 'ᏞᎬᎪ'],
    ['Sasha', 'ѕаѕһа'],
    ['Ida', 'İda'],
    ['Ida', 'ıda'],
    ['Oyvind', 'Øyvind'],
    ['Łukasz', 'Lukasz'],
    ['Мария', 'МАРИЯ'],
    ['Νίκος', 'ΝΙΚΟΣ'],
    // Letters of mathematics, of boxes and of small capitals.
    ['Anna', '𝓐𝓷𝓷𝓪'],
    ['Anna', '𝔸nna'],
    ['Anna', '🅰nna'],
    ['Anna', '🇦🇳🇳🇦'],
    ['Anna', 'ᴀɴɴᴀ'],
    ['Tom', 'ᴛom'],
    // Digits and signs.
    ['Anna', '4nna'],
    ['Anna', '@nn@'],
    ['Tom', '†om'],
    ['Tom', 'T0m'],
    ['Tom', '+om'],
    ['Sam', '$am'],
    ['Steve', '573v3'],
    ['Bob', '8ob'],
    ['Bob', 'ßob'],
    ['Alice', 'Al!ce'],
    ['Ali', 'Al|'],
    ['Willy', 'VVilly'],
    ['Weiß', 'Weiss'],
    // What cannot be seen.
    ['Anna', 'An\u200dna'],
    ['مینا', 'می\u200cنا'],
  ])('takes %s and %s for one another', (a, b) => {
    expect(isLookAlike(a, b)).toBe(true);
    expect(isLookAlike(b, a)).toBe(true);
  });

  it.each([
    ['Anna', 'Hanna'],
    ['Anna', 'Анна'],
    ['Ana', 'Ava'],
    ['Robin', 'Robin 2'],
    ['Robin 2', 'Robin 3'],
    ['राम', 'रमा'],
    ['किशोर', 'कशर'],
    ['สมชาย', 'สมชัย'],
    ['田中', '中田'],
    ['😀', '😎'],
    ['!', '?'],
    ['Ana', 'Ana2'],
  ])('tells %s from %s', (a, b) => {
    expect(isLookAlike(a, b)).toBe(false);
  });
});

describe('what a name is held by', () => {
  const names = fc
    .string({ unit: fc.constantFrom(...'aIl1oO0éß Ωжק中한क्﷽ﬃ😀👩🏽❤️!·-\u200b\u0301'), maxLength: 60 })
    .map(checkName)
    .filter((name) => name.ok)
    .map((name) => name.value);

  it('is short, never empty and at most three texts, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const looks = looksOf(name);
        expect(looks.length).toBeLessThanOrEqual(3);
        for (const look of looks) expect(look).toMatch(/^\S{1,120}$/u);
      }),
    );
  });

  it('is short for letters that stand for whole sentences, and still tells them apart', () => {
    const [one, two] = ['ﷺ'.repeat(20), `${'ﷺ'.repeat(19)}a`];
    expect(looksOf(one)[0].length).toBeLessThanOrEqual(120);
    expect(isLookAlike(one, two)).toBe(false);
  });

  it('of plain letters is what the whole way would say', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abvVwWiIlL1mMrn0oO58QqJj '), minLength: 1 });
    fc.assert(
      fc.property(
        letters.filter((text) => text.trim() !== ''),
        (text) => {
          expect(looksOf(text)).toEqual(looksOf(`${text}\u200d`));
        },
      ),
    );
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
        for (const look of [
          text.toUpperCase(),
          wide(text),
          text.split('').join(' '),
          `${text}\u200b`,
          `${text}!`,
        ])
          expect(isLookAlike(look, text), look).toBe(true);
      }),
    );
  });
});
