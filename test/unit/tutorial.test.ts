import { describe, expect, it } from 'vitest';
import { blocksOf, isOfTheGame, refreshed } from '../../scripts/build-tutorial.ts';
import { read, tracked } from './repository.ts';

const PAGE = 'docs/make-a-game.md';
/** What the page points at and does not show; pictures, tests and other languages aside. */
const NOT_SHOWN: readonly string[] = [
  'client/games/four-in-a-row/four.css',
  'shared/games/four-in-a-row/bot.ts',
  'shared/games/four-in-a-row/replay.ts',
];

/** Whether lines stand in a source, one after the other. */
const isPartOf = (source: string, lines: readonly string[]): boolean =>
  `\n${source}`.includes(`\n${lines.join('\n')}\n`);

describe(PAGE, () => {
  const page = read(PAGE);
  const blocks = blocksOf(page);

  it('shows every file of the game, or points at it', () => {
    const files = tracked.filter(
      (file) =>
        isOfTheGame(file) && !/\.test\.tsx?$|\.svg$|\/messages\/.*\b(?:de|fr|es|pt|ja)\.ts$/.test(file),
    );
    const shown = new Set(blocks.map(({ file }) => file));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !shown.has(file))).toEqual(NOT_SHOWN);
    expect(NOT_SHOWN.filter((file) => !page.includes(`(../${file})`))).toEqual([]);
  });

  it('builds them line by line as they are (npm run build:tutorial)', () => {
    expect(page).toBe(refreshed(page, isOfTheGame, read));
  });

  it('shows the lines of the three registries as they are', () => {
    const others = blocks.filter(({ file }) => !isOfTheGame(file));
    expect(others.map(({ file }) => file)).toEqual([
      'shared/games/index.ts',
      'server/games/index.ts',
      'client/games/index.ts',
    ]);
    expect(others.filter(({ file, lines }) => !isPartOf(read(file), lines))).toEqual([]);
  });
});

describe('a page that is made of files', () => {
  const page = (first: string, second: string) =>
    [
      'Words.',
      '```ts a.ts',
      first,
      '```',
      '```',
      'npm start',
      '```',
      '```ts b.ts',
      'x();',
      '```',
      '```ts a.ts',
      second,
      '```',
      'Words.',
    ].join('\n');
  const fresh = (from: string, source: string) =>
    refreshed(
      from,
      (file) => file === 'a.ts',
      () => source,
    );

  it('has every line of a file in its blocks, cut where they begin', () => {
    expect(fresh(page('a();', 'if (b) {\n  c();'), 'a(1);\na(2);\n\nif (b) {\n  d();\n}\n')).toBe(
      page('a(1);\na(2);', 'if (b) {\n  d();\n}'),
    );
  });

  it('is the same when nothing has changed', () => {
    expect(fresh(page('a();', 'b();'), 'a();\n\nb();\n')).toBe(page('a();', 'b();'));
  });

  it('says which block is lost when the line is gone that it begins with', () => {
    expect(() => fresh(page('a();', 'b();'), 'a();\nc();\n')).toThrow(
      'begins with a line that is gone: b();',
    );
  });
});
