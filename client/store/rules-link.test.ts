import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../shared/games/color-clues/options.ts';
import { options as formNow } from '../games/color-clues/store/options.ts';
import type { Options } from '../games/game.ts';
import { dropRules, keepRules, keptRules, MAX_KEPT, type Shelf } from './kept-rules.ts';
import { offered, readOptions } from './options.ts';
import { MAX_NAME, readRules, rulesName, rulesPath } from './rules-link.ts';

const form = formNow();
const standard = readOptions(form, null);
const anyOptions: fc.Arbitrary<Options> = fc.record(
  Object.fromEntries(
    form.map(({ key, choices }) => [key, fc.constantFrom(...choices.map(({ value }) => value))]),
  ),
);
/** Those alone that mean something. */
const meaning = (options: Options): Options => {
  const keys = new Set(offered(form, options).map(({ key }) => key));
  return Object.fromEntries(Object.entries(options).filter(([key]) => keys.has(key)));
};
const searchOf = (path: string): string => new URL(path, 'https://a.test').search;
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.webQueryParameters(),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...form.map(({ key }) => key), 'name', '__proto__', 'constructor', 'toString'),
        fc.oneof(fc.constantFrom('party', '3', 'auto', 'teams', '03', '3.0', '<b>', ''), fc.string()),
      ),
      { maxLength: 20 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);

describe('a link to rules', () => {
  it('is readable, and has only what differs from the standard', () => {
    const path = rulesPath('color-clues', form, { ...standard, preset: 'party', words: 3 }, 'Long clues');
    expect(path).toBe('/new/color-clues?preset=party&words=3&name=Long+clues');
    expect(rulesPath('color-clues', form, standard)).toBe('/new/color-clues');
  });

  it('brings back what it was made of', () => {
    fc.assert(
      fc.property(anyOptions, fc.string({ unit: 'grapheme', maxLength: 60 }), (options, name) => {
        const read = readRules(form, searchOf(rulesPath('color-clues', form, options, name)));
        expect(meaning(read.options)).toEqual(meaning(options));
        expect(read).toMatchObject({ name: rulesName(name), isWhole: true });
      }),
    );
  });

  it('says what cannot be read or means nothing, and counts it as the standard (rule 7.5)', () => {
    const read = (search: string) => readRules(form, search);
    expect(read('')).toEqual({ options: standard, name: '', isWhole: true });
    for (const search of ['?words=9', '?words=03', '?speed=2', '?teams=3', '?__proto__=x', '?toString=1'])
      expect(read(search)).toEqual({ options: standard, name: '', isWhole: false });
    expect(read('?words=3&words=4')).toMatchObject({ options: { ...standard, words: 3 }, isWhole: false });
  });

  it('makes options that the rules know, whatever somebody writes into it', () => {
    fc.assert(
      fc.property(hostile, (search) => {
        const { options, name } = readRules(form, search);
        expect(parseOptions(options)).toEqual(options);
        expect(Object.keys(options)).toEqual(form.map(({ key }) => key));
        expect(name).toBe(rulesName(name));
      }),
    );
  });

  it('names rules in one short line in which nothing hides', () => {
    expect(rulesName('  a\u202e\nb\u0000 ')).toBe('a b');
    expect(rulesName('x'.repeat(99))).toHaveLength(MAX_NAME);
    expect(rulesName(`e${'\u0301'.repeat(500)}`).length).toBeLessThan(20);
  });
});

const KEY = 'color-clues:rules:color-clues';

describe('rules that are kept', () => {
  const shelfWith = (content: string | null): (() => Shelf) => {
    const held = new Map<string, string>(content === null ? [] : [[KEY, content]]);
    const shelf = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => void held.set(key, text),
    };
    return () => shelf;
  };
  const party = { name: 'Long clues', options: { ...standard, preset: 'party' } };

  it('are found again, the newest first, replaced by their name, and dropped', () => {
    const shelf = shelfWith(null);
    const all = () => keptRules(shelf, 'color-clues', form);
    expect(keepRules(shelf, 'color-clues', form, { name: 'Usual', options: standard })).toBeNull();
    expect(keepRules(shelf, 'color-clues', form, { ...party, options: standard })).toBeNull();
    expect(keepRules(shelf, 'color-clues', form, party)).toBeNull();
    expect(all()).toEqual([party, { name: 'Usual', options: standard }]);
    expect(dropRules(shelf, 'color-clues', form, 'Usual')).toBeNull();
    expect(all()).toEqual([party]);
  });

  it('are twelve of a game at most (rule 7.5)', () => {
    const shelf = shelfWith(null);
    for (let index = 0; index < MAX_KEPT; index++)
      expect(keepRules(shelf, 'color-clues', form, { ...party, name: `${index}` })).toBeNull();
    expect(keepRules(shelf, 'color-clues', form, party)).toBe('full');
    expect(keepRules(shelf, 'color-clues', form, { ...party, name: '3' })).toBeNull();
    expect(keptRules(shelf, 'color-clues', form)).toHaveLength(MAX_KEPT);
  });

  it('are none where nothing can be read, and not kept where nothing may be', () => {
    for (const content of [
      '',
      'null',
      '{}',
      '[1, null, {"name": 3}, {"name": "a"}, {"name": " ", "options": {}}]',
    ])
      expect(keptRules(shelfWith(content), 'color-clues', form)).toEqual([]);
    const odd = shelfWith('[{"name": "a", "options": {"words": 99, "more": 1}}]');
    expect(keptRules(odd, 'color-clues', form)).toEqual([{ name: 'a', options: standard }]);
    const forbidden = (): Shelf => {
      throw new Error('SecurityError');
    };
    expect(keptRules(forbidden, 'color-clues', form)).toEqual([]);
    expect(keepRules(forbidden, 'color-clues', form, party)).toBe('forbidden');
  });
});
