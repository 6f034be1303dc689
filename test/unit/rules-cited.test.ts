import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The numbers of `docs/rules.md`: item 2 below `## 3. A round` is rule 3.2. */
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

/** Every number that a test title cites: `rule 3.2`, or `rules 3.1, 3.2`. */
const citedIn = (source: string): string[] =>
  [
    ...source.matchAll(/\b(?:describe|it)(?:\.each\([^)]*\))?\(\s*['"`][^'"`\n]*\brules? ([\d., ]+)/g),
  ].flatMap(([, numbers = '']) => numbers.match(/\d+\.\d+/g) ?? []);

const tests = ['shared/games/color-clues', 'shared/table', 'test/contract', 'test/net'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8')),
);

describe('the numbered rules', () => {
  const rules = rulesOf(readFileSync(`${root}docs/rules.md`, 'utf8'));
  const cited = new Set(tests.flatMap(citedIn));

  it('are each cited by the title of a test', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });

  it('are the only ones that are cited', () => {
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

describe('the search for citations', () => {
  it('reads titles only, in the singular and the plural', () => {
    const source =
      "describe('Points (rules 4.1, 4.2)', () => {\n  // rule 9.9\n  it('ends (rule 2.2)', f);\n";
    expect(citedIn(source)).toEqual(['4.1', '4.2', '2.2']);
  });
});
