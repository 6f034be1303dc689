import { describe, expect, it } from 'vitest';
import { read, tracked } from './repository.ts';
import { blocksOf, differenceTo, isPartOf } from './tutorial.ts';

const PAGE = 'docs/make-a-game.md';
const FOLDERS = /^(?:shared|server|client)\/games\/four-in-a-row\//;
/** What the page points at and does not show. */
const NOT_SHOWN: readonly string[] = [
  'client/games/four-in-a-row/four.css',
  'shared/games/four-in-a-row/bot.ts',
];

describe(PAGE, () => {
  const page = read(PAGE);
  const blocks = blocksOf(page);
  const files = tracked.filter((file) => FOLDERS.test(file) && !/\.test\.tsx?$|\.svg$/.test(file));

  it('shows every file of the game, or points at it', () => {
    const shown = new Set(blocks.map(({ file }) => file));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !shown.has(file))).toEqual(NOT_SHOWN);
    expect(NOT_SHOWN.filter((file) => !page.includes(`(../${file})`))).toEqual([]);
  });

  it.each(files.filter((file) => !NOT_SHOWN.includes(file)))('builds %s, line by line', (file) => {
    expect(
      differenceTo(
        read(file),
        blocks.filter((block) => block.file === file),
      ),
    ).toBeNull();
  });

  it('shows parts of other files as they are', () => {
    const others = blocks.filter(({ file }) => !files.includes(file));
    expect(others.map(({ file }) => file)).toEqual([
      'shared/games/index.ts',
      'server/games/index.ts',
      'client/games/index.ts',
    ]);
    expect(others.filter((block) => !isPartOf(read(block.file), block))).toEqual([]);
  });
});

describe('the comparison of a page with files', () => {
  const page = [
    'Words.',
    '```ts a.ts',
    'const a = 1;',
    '',
    'if (a) {',
    '```',
    '```',
    'npm start',
    '```',
    '```ts a.ts',
    '  b();',
    '}',
    '```',
  ].join('\n');
  const source = 'const a = 1;\n\nif (a) {\n  b();\n}\n';

  it('takes the blocks that name a file, and leaves out the others', () => {
    expect(blocksOf(page)).toEqual([
      { file: 'a.ts', line: 2, code: 'const a = 1;\n\nif (a) {' },
      { file: 'a.ts', line: 10, code: '  b();\n}' },
    ]);
  });

  it('finds what differs, what is missing and what is too much', () => {
    const blocks = blocksOf(page);
    expect(differenceTo(source, blocks)).toBeNull();
    expect(differenceTo(source.replace('b()', 'c()'), blocks)).toContain('line 11 of the page:   b();');
    expect(differenceTo(`${source}d();\n`, blocks)).toContain('the file has: d();');
    expect(differenceTo('const a = 1;\n', blocks)).toContain('the file has: (nothing)');
  });

  it('takes whole lines for a part, one after the other', () => {
    const part = (code: string) => isPartOf(source, { file: 'a.ts', line: 1, code });
    expect(part('if (a) {\n  b();')).toBe(true);
    expect(part('if (a)')).toBe(false);
    expect(part('const a = 1;\n  b();')).toBe(false);
  });
});
