import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildColors } from '../../../scripts/build-colors.ts';
import { isRude } from '../../../scripts/colors/names.ts';
import { LANGUAGES } from '../../core/languages.ts';
import { GERMAN_SPEECH } from './bot-german.ts';
import { BOT_LANGUAGES, type BotLanguage, botLanguage } from './bot-language.ts';
import { checkClue } from './clue-check.ts';
import { decodeLexicon, type Lexicon } from './lexicon.ts';

const committed = (file: string) => readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
const lexicons: Readonly<Record<BotLanguage, Lexicon>> = {
  en: decodeLexicon(JSON.parse(committed('lexicon.json')), JSON.parse(committed('clues.json'))),
  de: decodeLexicon(JSON.parse(committed('lexicon-de.json')), JSON.parse(committed('clues-de.json')), {
    speech: GERMAN_SPEECH,
  }),
};

describe('the frozen color tables', () => {
  it('are what the build makes of the lists, byte for byte', () => {
    for (const [file, text] of Object.entries(buildColors()))
      expect(committed(file) === text, file).toBe(true);
  });

  it('are small', () => {
    // What a browser needs to guess, and what only a giver does.
    expect(committed('lexicon.json').length).toBeLessThanOrEqual(40_000);
    expect(committed('clues.json').length).toBeLessThanOrEqual(65_000);
    expect(committed('lexicon-de.json').length).toBeLessThanOrEqual(50_000);
    expect(committed('clues-de.json').length).toBeLessThanOrEqual(75_000);
    expect(committed('cell-names-de.json').length).toBeLessThanOrEqual(9_000);
    expect(committed('cell-names.json').length).toBeLessThanOrEqual(9_000);
  });

  it.each(BOT_LANGUAGES)(
    'hold no clue that a strict or a polite table would refuse, where %s is said',
    (spoken) => {
      const check = (most: 1 | 2) => (text: string) =>
        isRude(text) ||
        LANGUAGES.filter((language) => botLanguage(language) === spoken).some(
          (language) => !checkClue(text, { words: most, usedClues: [], strictness: 'strict', language }).ok,
        );
      const { words, pairs } = lexicons[spoken];
      expect(words.filter(check(1))).toEqual([]);
      expect([...new Set(pairs.flat())].filter(check(2))).toEqual([]);
    },
  );
});

describe('a broken table', () => {
  it('is refused', () => {
    const json = JSON.parse(committed('lexicon.json'));
    expect(() => decodeLexicon({ ...json, oklab: [] })).toThrow('number of colors');
    expect(() => decodeLexicon({ ...json, vocabulary: ['moss=Z99'] })).toThrow('moss=Z99');
  });
});
