import { describe, expect, it } from 'vitest';
import { type ClueContext, checkClue, checkClueAgainstNames, namedBy, normalizeClue } from './clue-check.ts';

const strict: ClueContext = { words: 1, usedClues: [], strictness: 'strict' };
const verdict = (text: string, context: Partial<ClueContext> = {}): string => {
  const checked = checkClue(text, { ...strict, ...context });
  return checked.ok ? 'ok' : checked.error.code;
};
const detail = (text: string, context: Partial<ClueContext> = {}) => {
  const checked = checkClue(text, { ...strict, ...context });
  return checked.ok ? undefined : checked.error.detail;
};

describe('The form of a clue (rule 5.1)', () => {
  it.each([
    ['', 'clue_empty'],
    ['  - ', 'clue_empty'],
    ['\u200b\u200d', 'clue_empty'],
    ['wet sand', 'clue_too_many_words'],
    ['wet-sand', 'clue_too_many_words'],
    ['wet\u00a0sand', 'clue_too_many_words'],
    ['wet‑sand', 'clue_too_many_words'],
    ['a'.repeat(21), 'clue_word_too_long'],
    ['moss!', 'clue_not_letters'],
    ['m_ss', 'clue_not_letters'],
    ['m0ss', 'clue_not_letters'],
    ['🌵', 'clue_not_letters'],
    ["''", 'clue_not_letters'],
    ['\ud800', 'clue_not_letters'],
    ['мох٣', 'clue_not_letters'],
  ])('%j is %s', (text, code) => {
    expect(verdict(text)).toBe(code);
    expect(verdict(text, { strictness: 'off' })).toBe(code);
  });

  it('one word first, up to two words second', () => {
    expect(verdict('moss')).toBe('ok');
    expect(verdict('moss', { words: 2 })).toBe('ok');
    expect(verdict('wet sand', { words: 2 })).toBe('ok');
    expect(verdict('wet sea sand', { words: 2 })).toBe('clue_too_many_words');
    expect(detail('a b c', { words: 2 })).toBe('2');
  });

  it('20 letters at the most, of any script, apostrophes allowed and not counted', () => {
    expect(verdict('a'.repeat(20))).toBe('ok');
    expect(verdict(`${'a'.repeat(19)}'s`)).toBe('ok');
    for (const word of ["grinch's", 'grinch’s', 'crème', 'мох', 'θάλασσα', 'हिन्दी', '海', '苔', 'ปีก'])
      expect([word, verdict(word)]).toEqual([word, 'ok']);
  });

  it('is compared in NFKC, lower case, without diacritics and invisible characters', () => {
    expect(normalizeClue('  CRÈME\u200b  Ｂｒûlée ')).toEqual(['creme', 'brulee']);
    expect(verdict('Réd')).toBe('clue_color_name');
    expect(verdict('R\u00adE\u200bD')).toBe('clue_color_name');
    expect(verdict('ｒｅｄ')).toBe('clue_color_name');
    expect(verdict("r'ed")).toBe('clue_color_name');
  });

  it('is shown as it was written, tidied', () => {
    const checked = checkClue('  Crème \t Brûlée ', { ...strict, words: 2 });
    expect(checked).toMatchObject({ ok: true, value: { text: 'Crème Brûlée', words: ['creme', 'brulee'] } });
    const ornate = checkClue(`m${'\u0336'.repeat(60)}oss`, strict);
    expect(ornate.ok && ornate.value.text).toBe('m\u0336\u0336\u0336oss');
  });
});

describe('Refused words (rule 5.2)', () => {
  it.each([
    'purple blue green red pink yellow orange brown white black gray grey',
    'greenish reddish bluish blueish yellowy orangy orangey pinky greens blues reddy blueness whitish purplish',
    'darkred lightblue palegreen skyblue seagreen hotpink neongreen babyblue offwhite deepblues darkreddish',
    'bluegreen orangered lightskyblue',
    'RED Grey PINKISH',
  ])('color names, with endings, after modifiers: %s', (words) => {
    for (const word of words.split(' ')) {
      expect([word, verdict(word)]).toEqual([word, 'clue_color_name']);
      expect(detail(word)).toBe(word.toLowerCase());
    }
  });

  it('a color name as one of two words, or cut into two', () => {
    for (const text of ['sky blue', 'dark red', 'blue lagoon', 'gre en', 'sea-green'])
      expect([text, verdict(text, { words: 2 })]).toEqual([text, 'clue_color_name']);
  });

  it.each([
    ['clue_position', 'h14 a1 p30 h z left right top bottom row column corner middle center edge'],
    ['clue_number', 'fourteen one thirty twentyone third 14'],
    ['clue_comparison', 'lighter darker brighter paler redder bluer more less'],
  ])('%s: %s', (code, words) => {
    for (const word of words.split(' ')) expect([word, verdict(word)]).toEqual([word, code]);
  });

  it('a clue used earlier in this game, or the same word with an ending', () => {
    const usedClues = ['wave', 'moss', 'boat'];
    for (const word of ['wave', 'Waves', 'waving', 'waved', 'mosses', 'boating', 'boated', "moss'"])
      expect([word, verdict(word, { usedClues })]).toEqual([word, 'clue_repeated']);
    expect(verdict('boat', { usedClues: ['boats'] })).toBe('clue_repeated');
    expect(verdict('sea foam', { words: 2, usedClues: ['seafoam'] })).toBe('clue_repeated');
    for (const word of ['wavelet', 'mossy', 'boathouse'])
      expect([word, verdict(word, { usedClues })]).toEqual([word, 'ok']);
  });

  it('names of players, which only the server knows', () => {
    const isNamed = namedBy(['Ana', 'Mary Ann', 'O’Neil', 'X']);
    for (const text of ['ana', 'ANA', 'Anas', 'mary', 'maryann', 'oneil', 'wet ana'])
      expect([text, checkClueAgainstNames(text, isNamed)?.code]).toEqual([text, 'clue_player_name']);
    for (const text of ['banana', 'anchor', 'x', 'marigold'])
      expect([text, checkClueAgainstNames(text, isNamed)]).toEqual([text, null]);
  });

  it('not every word that begins or ends with a color name (rule 5.3)', () => {
    const words =
      'hundred tired sacred reduce greenland tangerine lavender seafoam chartreuse golden bread inkwell ' +
      'hatred kindred shred credit redwood bored wired fired seared colored sugared scarred covered blackberry ' +
      'blackboard blueberry bluebell bluff greenhouse gravy grayling greyhound orangutan orangery pinkerton ' +
      'pineapple brownie brownstone whitecap yellowstone yellowjacket purport snowflake skyline seaweed hotdog ' +
      'babysitter lightning darkness paleontology coolant icebox firefly limestone forestry olive navy rose ' +
      'bone cone stone tone often tenant weight freight height uptown downy leftover topaz bottomless ' +
      'rowboat columnist cornerstone moreover lessen darkroom';
    for (const word of words.split(' ')) expect([word, verdict(word)]).toEqual([word, 'ok']);
  });
});

describe('Strictness (rule 5.4)', () => {
  it('honor lets pass and says what is doubtful', () => {
    const checked = checkClue('greenish', { ...strict, strictness: 'honor' });
    expect(checked).toMatchObject({ ok: true, value: { warning: 'clue_color_name' } });
    const fine = checkClue('moss', { ...strict, strictness: 'honor' });
    expect(fine).toMatchObject({ ok: true, value: { warning: null } });
  });

  it('off looks at the form only', () => {
    for (const word of ['green', 'left', 'seven', 'darker', 'moss']) {
      const checked = checkClue(word, { ...strict, strictness: 'off', usedClues: ['moss'] });
      expect(checked).toMatchObject({ ok: true, value: { warning: null } });
    }
  });

  it.each(['strict', 'honor', 'off'] as const)(
    'a voided clue does not pass again in %s mode',
    (strictness) => {
      expect(verdict('Mosses', { strictness, voided: 'moss' })).toBe('clue_repeated');
      expect(verdict('lichen', { strictness, voided: 'moss' })).toBe('ok');
    },
  );
});

describe('Longer clues (rule 14.1)', () => {
  const phrase = (text: string, change: Partial<ClueContext> = {}) => verdict(text, { words: 5, ...change });

  it('have as many words as the host allows, and 50 characters at the most', () => {
    expect(phrase('a walk in the park')).toBe('ok');
    expect(phrase('one walk too many in parks')).toBe('clue_too_many_words');
    expect(detail('a b c d e f', { words: 5 })).toBe('5');
    expect(phrase(`${'moss '.repeat(4)}${'x'.repeat(20)}`.replaceAll('moss', 'thunder'))).toBe(
      'clue_too_long',
    );
    expect(phrase('midsummer thunder above Lisbon', { words: 4 })).toBe('clue_position');
    expect(verdict('wet sea sand', { words: 3 })).toBe('ok');
    expect(verdict('wet sand', { words: 1 })).toBe('clue_too_many_words');
  });

  it('are checked word by word, small ones aside, which are never used up', () => {
    expect(phrase('the sky is blue')).toBe('clue_color_name');
    expect(phrase('the gre en hill')).toBe('clue_color_name');
    expect(phrase('a hill', { usedClues: ['a', 'the', 'park'] })).toBe('ok');
    expect(phrase('the parks', { usedClues: ['a', 'the', 'park'] })).toBe('clue_repeated');
    expect(phrase('ein Tag am Meer', { language: 'de' })).toBe('ok');
    expect(phrase('a hill', { words: 2 })).toBe('clue_position');
    expect(phrase('a')).toBe('clue_position');
    expect(phrase('row of trees')).toBe('clue_position');
    expect(phrase('the park', { voided: 'the hill' })).toBe('ok');
    expect(phrase('the hill', { voided: 'the hill', strictness: 'off' })).toBe('clue_repeated');
  });
});
