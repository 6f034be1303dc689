import { describe, expect, it } from 'vitest';
import { read, tracked } from './repository.ts';

/** The page of each game's rules. Titles in the game's own folder need not say which game they mean. */
const PAGES = [
  { title: 'Color Clues', page: 'docs/rules.md', folder: 'shared/games/color-clues/' },
  { title: 'Four in a Row', page: 'docs/rules-four-in-a-row.md', folder: 'shared/games/four-in-a-row/' },
] as const;
/** Whose rules a title outside any game's folder means when it does not say so. */
const MEANT = PAGES[0].title;

/** The numbers of a page of rules: item 2 below `## 3. A round` is rule 3.2. */
function rulesOf(markdown: string): string[] {
  let chapter = '';
  const rules: string[] = [];
  for (const line of markdown.split('\n')) {
    chapter = /^## (\d+)\. /.exec(line)?.[1] ?? chapter;
    const item = /^(\d+)\. /.exec(line)?.[1];
    if (item !== undefined) rules.push(`${chapter}.${item}`);
  }
  return rules;
}

const CITATION = new RegExp(
  String.raw`\b(?:describe|it)(?:\.each\([^)]*\))?\(\s*['"\`][^'"\`\n]*\brules? ([\d., ]*\d)(?: of (${PAGES.map(({ title }) => title).join('|')}))?`,
  'g',
);

/** Every rule that a test title cites, by game: `rule 3.2`, `rules 3.1, 3.2`, `rule 2.1 of Four in a Row`. */
const citedIn = (source: string, meant: string): { title: string; rule: string }[] =>
  [...source.matchAll(CITATION)].flatMap(([, numbers = '', title = meant]) =>
    (numbers.match(/\d+\.\d+/g) ?? []).map((rule) => ({ title, rule })),
  );

const cited = tracked
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/unit/'))
  .flatMap((file) =>
    citedIn(read(file), PAGES.find(({ folder }) => file.startsWith(folder))?.title ?? MEANT),
  );

describe.each(PAGES)('the numbered rules of $title', ({ title, page }) => {
  const rules = rulesOf(read(page));
  const mine = new Set(cited.filter((each) => each.title === title).map(({ rule }) => rule));

  it('are each cited by the title of a test', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter((rule) => !mine.has(rule))).toEqual([]);
  });

  it('are the only ones that are cited', () => {
    expect([...mine].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

/** The numbers of the promises that a title names: `promise 7`, `promises 3, 10`. */
const promisedIn = (source: string): string[] =>
  [...source.matchAll(/\(\s*['"`][^'"`\n]*\bpromises? ([\d, ]*\d)/g)].flatMap(([, numbers = '']) =>
    numbers.split(/,\s*/),
  );

describe('the promises of README.md', () => {
  const [, list = ''] = read('README.md').split('## What is in it');
  const promises = [...list.split('\n## ')[0]!.matchAll(/^(\d+)\. \*\*/gm)].map(([, number = '']) => number);
  const held = new Set(
    tracked
      .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/unit/'))
      .flatMap((file) => promisedIn(read(file))),
  );

  it('are numbered, and each is held by a test that says so', () => {
    expect(promises).toEqual(promises.map((_, i) => String(i + 1)));
    expect(promises.length).toBeGreaterThan(5);
    expect(promises.filter((promise) => !held.has(promise))).toEqual([]);
  });

  it('are the only ones that tests speak of', () => {
    expect([...held].filter((promise) => !promises.includes(promise))).toEqual([]);
  });
});

describe('the search for citations', () => {
  it('reads promises in titles only', () => {
    const source = [
      "describe('kept (promise 7)', () => {",
      "  // promise 9\n  ])('all of it (promises 3, 10)', f);",
      "  it('is a promise of 12 cards', f);",
    ].join('\n');
    expect(promisedIn(source)).toEqual(['7', '3', '10']);
  });

  it('reads titles only, in the singular and the plural, of the game that is named', () => {
    const source = [
      "describe('Points (rules 4.1, 4.2)', () => {",
      '  // rule 9.9',
      "  it('ends (rule 2.2)', f);",
      "  it('wins (rule 1.3 of Four in a Row)', f);",
    ].join('\n');
    expect(citedIn(source, 'Color Clues')).toEqual([
      { title: 'Color Clues', rule: '4.1' },
      { title: 'Color Clues', rule: '4.2' },
      { title: 'Color Clues', rule: '2.2' },
      { title: 'Four in a Row', rule: '1.3' },
    ]);
  });
});
