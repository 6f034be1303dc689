import { describe, expect, it } from 'vitest';
import { sampleSeats, sampleTable } from '../games/samples.ts';
import { partsOf } from './own-words.ts';

const view = sampleTable(sampleSeats(2, {}), { phase: 'waiting', options: {}, game: null });
const partsIn = (text: string, words: readonly string[]) =>
  partsOf(text, view, { at: () => words, always: ['Ana Maria'], pattern: '[A-P]\\d' });
const own = (text: string, words: readonly string[] = []) =>
  partsIn(text, words)
    .filter(({ isOwn }) => isOwn)
    .map(({ part }) => part);

describe('words that are nobody’s to translate', () => {
  it('are the names at the table, those of the game, and what its pattern finds', () => {
    expect(own('Ana, Ben and Cleo on B2')).toEqual(['Ana', 'Ben', 'B2']);
    expect(partsOf('Ana on B2', view).filter(({ isOwn }) => isOwn)).toEqual([{ part: 'Ana', isOwn: true }]);
  });

  it('are whole words, the longest first, whatever letters they have', () => {
    expect(own('An is An, Anna is not', ['An'])).toEqual(['An', 'An']);
    expect(own('Ana Maria and Ana')).toEqual(['Ana Maria', 'Ana']);
    expect(own('Es ist Ünal, nicht Ünals', ['Ünal'])).toEqual(['Ünal']);
    expect(own('R.(*) [x] $ won', ['R.(*) [x] $'])).toEqual(['R.(*) [x] $']);
    expect(own('Jean-Luc won 1/2', ['Jean-Luc', '1/2'])).toEqual(['Jean-Luc', '1/2']);
  });

  it('leave the sentence as it was', () => {
    const text = 'Ana placed B2: Ana, moss green!';
    expect(
      partsIn(text, [])
        .map(({ part }) => part)
        .join(''),
    ).toBe(text);
  });
});
