import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures.ts';
import { partsOf, wordsAt } from './own-words.ts';
import { sentence } from './sentence.ts';

const own = (text: string, words: readonly string[]) =>
  partsOf(text, words)
    .filter(({ isOwn }) => isOwn)
    .map(({ part }) => part);

describe('words that are nobody’s to translate', () => {
  it('are names, clues, cells and colors', () => {
    const { view, me } = fixture('reveal');
    const said = sentence(view, me);
    expect(own(said.now, wordsAt(view))).toEqual(['J18', 'moss green']);
    expect(own(said.about, wordsAt(view))).toEqual(['Ana']);
    expect(own('Your first was “wet log”.', wordsAt(view))).toEqual(['wet log']);
  });

  it('are whole words, the longest first, whatever letters they have', () => {
    expect(own('An is An, Anna is not', ['An'])).toEqual(['An', 'An']);
    expect(own('Ana Maria and Ana', ['Ana', 'Ana Maria'])).toEqual(['Ana Maria', 'Ana']);
    expect(own('Es ist Ünal, nicht Ünals', ['Ünal'])).toEqual(['Ünal']);
    expect(own('R.(*) [x] $ won', ['R.(*) [x] $'])).toEqual(['R.(*) [x] $']);
    expect(own('In 12 s, not P31', [])).toEqual([]);
  });

  it('leave the sentence as it was', () => {
    const text = 'Ana placed J18: Ana, moss green!';
    expect(
      partsOf(text, ['Ana'])
        .map(({ part }) => part)
        .join(''),
    ).toBe(text);
  });
});
