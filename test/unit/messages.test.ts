import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../harness/sentences.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Texts that nobody reads, or that are the same in every language. */
const SAME_EVERYWHERE = new Set([
  ...['Color Clues', 'x · Color Clues', 'Notification', 'target spot', 'Mx xx', '[object Object]'],
]);

/** The page of operators is in English only, tests and samples are read by nobody who plays. */
const LEFT_OUT =
  /\.test\.|\/messages\/|^client\/i18n\/|^client\/operate\.tsx|samples|gallery|\/operate\/|fake-|fixtures/;

const sources = globSync('client/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !LEFT_OUT.test(file));

describe('what people read', () => {
  it.each(sources)('%s says nothing that is not in a file of messages', (file) => {
    const found = sentencesIn(join(ROOT, file)).filter(({ text }) => !SAME_EVERYWHERE.has(text));
    expect(found.map(({ line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it('is found wherever it stands in code', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sentences-')), 'Page.tsx');
    writeFileSync(
      file,
      [
        "import { a } from './A file.ts';",
        'export const P = ({ n }: { n: number }) => (',
        '  <p class="two words" aria-label="Some label">',
        '    Text {n} of it',
        `    {n > 1 ? \`\${n} people here\` : 'Nobody'}`,
        '  </p>',
        ');',
      ].join('\n'),
    );
    expect(sentencesIn(file).map(({ text }) => text)).toEqual([
      'Some label',
      'Text',
      'of it',
      'x people here',
      'Nobody',
    ]);
  });
});
