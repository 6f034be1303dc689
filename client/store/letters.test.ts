import { describe, expect, it } from 'vitest';
import { letterOf } from './chat/rows.ts';
import { languageName } from './languages.ts';
import { countLetters, firstLetters, initialOf } from './letters.ts';

const FAMILY = '👨‍👩‍👧';

describe('the letter that stands for somebody or something', () => {
  it.each([
    ['Ana', 'A'],
    ['  élan', 'É'],
    ['e\u0301lan', 'E\u0301'],
    ['𝒜na', '𝒜'],
    [`${FAMILY} home`, FAMILY],
    ['🇩🇪 Deutsch', '🇩🇪'],
    ['1️⃣ first', '1️⃣'],
  ])('is never a part of a letter: %s', (name, letter) => {
    expect([initialOf(name), letterOf(name)]).toEqual([letter, letter]);
  });

  it('is a sign where there is no letter', () => {
    expect([initialOf(' '), letterOf('')]).toEqual(['?', '#']);
  });

  it('begins the name of a language', () => {
    expect(languageName('de')).toBe('Deutsch');
  });
});

describe('a text that is cut', () => {
  it('keeps every letter whole', () => {
    expect(firstLetters(`a${FAMILY}b`, 2)).toBe(`a${FAMILY}`);
    expect(firstLetters('abc', 5)).toBe('abc');
    expect(countLetters(`a${FAMILY}b`)).toBe(3);
  });
});
