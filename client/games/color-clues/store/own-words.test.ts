import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../store/own-words.ts';
import { sample } from '../samples.ts';
import { ownWords } from './own-words.ts';
import { sentence } from './sentence.ts';

describe('words of Color Clues that are nobody’s to translate', () => {
  it('are names, clues, cells and colors', () => {
    const { view, me } = sample('reveal');
    const own = (text: string) =>
      partsOf(text, view, ownWords())
        .filter(({ isOwn }) => isOwn)
        .map(({ part }) => part);
    const said = sentence(view, me);
    expect(own(said.now)).toEqual(['J18', 'moss green']);
    expect(own(said.about)).toEqual(['Ana']);
    expect(own('Your first was “wet log”.')).toEqual(['wet log']);
    expect(own('In 12 s, not P31')).toEqual([]);
  });
});
