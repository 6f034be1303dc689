import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../scripts/protocol/refusals.ts';
import { durationOf, sentenceFor, shownAt } from '../../shared/core/refusals.ts';

const SOURCES = globSync('{shared,server,client}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.|\/fixtures|\/fake-|gallery\./.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Ways in which a source refuses: a rejection, the helpers around one, and the checks of a clue. */
const USES = [
  /(?<!addIssue\(\{ )\bcode: '([a-z_]+)'/g,
  /\b(?:refuse|said|RefusedError|NotOpened)\('([a-z_]+)'/g,
  /'(clue_\w+)'/g,
];
const used = new Map<string, string>();
for (const { file, text } of SOURCES)
  if (!(file in CATALOGUES))
    for (const use of USES) for (const [, code] of text.matchAll(use)) used.set(code!, file);

const entries = Object.entries(CATALOGUES).flatMap(([file, catalogue]) =>
  Object.values(catalogue).flatMap((part) => Object.keys(part).map((code) => ({ file, catalogue, code }))),
);

describe('refusals', () => {
  it('have one catalogue for each code that some source refuses with', () => {
    expect(used.size).toBeGreaterThan(80);
    const homes = (code: string) => entries.filter((entry) => entry.code === code).map(({ file }) => file);
    const astray = [...used].map(([code, file]) => ({ code, file, homes: homes(code) }));
    expect(astray.filter((each) => each.homes.length !== 1)).toEqual([]);
  });

  it('are all used, those of a game by that game alone', () => {
    const usersOf = (code: string) =>
      SOURCES.filter(({ file, text }) => !(file in CATALOGUES) && text.includes(`'${code}'`));
    expect(entries.filter(({ code }) => usersOf(code).length === 0)).toEqual([]);
    const foreign = entries.flatMap(({ file, code }) => {
      const game = file.match(/^shared\/games\/([\w-]+)\//)?.[1];
      const others = usersOf(code).filter((user) => game && !user.file.includes(`/games/${game}/`));
      return others.map((user) => `${user.file} refuses ${code} of ${game}`);
    });
    expect(foreign).toEqual([]);
  });

  it('are sentences, each its own, so that a mixed-up one is noticed', () => {
    for (const { catalogue, code } of entries)
      for (const rejection of [{ code }, { code, detail: '61' }, { code, detail: '' }]) {
        const text = sentenceFor(rejection, catalogue);
        if (rejection.detail === undefined) expect(text).toMatch(/^[A-Z].*[.?!]$/);
        expect(text).not.toMatch(/undefined|NaN|_/);
        expect(text.length).toBeLessThan(90);
      }
    const sentences = entries.map(({ catalogue, code }) => sentenceFor({ code }, catalogue));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('never leave anybody without an answer', () => {
    const all = Object.values(CATALOGUES);
    for (const code of ['never_heard_of', 'constructor', 'beside', ''])
      expect(sentenceFor({ code }, ...all)).toBe('That did not work.');
    expect(sentenceFor({ code: 'busy' })).toBe('That did not work.');
  });

  it('say what it is about, and where', () => {
    const all = Object.values(CATALOGUES);
    expect(sentenceFor({ code: 'clue_color_name', detail: 'greenish' }, ...all)).toBe(
      '“greenish” is a color name. Try a thing that has that color.',
    );
    expect(sentenceFor({ code: 'clue_too_many_words', detail: '1' }, ...all)).toContain('One word');
    expect(sentenceFor({ code: 'clue_too_many_words', detail: '2' }, ...all)).toContain('Two words');
    const account = CATALOGUES['shared/protocol/account-refusals.ts']!;
    expect([shownAt('wrong_code', account), shownAt('busy', account)]).toEqual(['code', null]);
  });

  it.each([
    ['1', '1 second'],
    ['89', '89 seconds'],
    ['90', '2 minutes'],
    ['5399', '90 minutes'],
    ['5400', '2 hours'],
    ['604800', '168 hours'],
    [undefined, 'a moment'],
    ['soon', 'a moment'],
  ])('say how long it takes: %s', (detail, words) => {
    expect(durationOf(detail)).toBe(words);
  });
});
