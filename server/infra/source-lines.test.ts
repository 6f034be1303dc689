import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createLog, placeOf } from './log.ts';
import { inSources } from './source-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'color-clues-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The second line of `built.js` was the fifth line of `source.ts`, four columns further in. */
const built = join(folder, 'built.js');
writeFileSync(
  `${built}.map`,
  JSON.stringify({
    version: 3,
    file: 'built.js',
    sources: ['../source.ts'],
    names: [],
    mappings: 'AAAA;AAII',
  }),
);
const source = new URL('../source.ts', pathToFileURL(built)).href;
const builtUrl = pathToFileURL(built).href;

it('names the line of the source', () => {
  const stack = `Error: x\n    at f (${builtUrl}:2:1)\n    at ${builtUrl}:1:1`;
  expect(inSources(stack)).toBe(`Error: x\n    at f (${source}:5:5)\n    at ${source}:1:1`);
});

it('leaves alone what has no map, what is of a library, and what is a source already', () => {
  const others = [
    `file://${folder}/other.js:2:1`,
    `file://${folder}/node_modules/a/built.js:2:1`,
    'node:internal/process:1:2',
    `${source}:5:5`,
    'Error: no place at all',
  ];
  writeFileSync(join(folder, 'broken.js.map'), '{');
  for (const each of [...others, `file://${folder}/broken.js:2:1`]) expect(inSources(each)).toBe(each);
});

it('is what the log says of an error', () => {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
  const error = new Error('x');
  error.stack = `Error: x\n    at f (${builtUrl}:2:1)`;
  log.error({ err: error }, 'a');
  expect(lines.join('')).toContain(`${source}:5:5`);
  expect(placeOf(error)).toBe(`at f (${source}:5:5)`);
});
