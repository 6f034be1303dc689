import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pointersOf } from './documents.ts';
import { read, tracked } from './repository.ts';

const folders = tracked.flatMap((file) => {
  const parts = file.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
});
const known = new Set([...tracked, ...folders]);
const names = new Set(tracked.map((file) => posix.basename(file)));
const roots = new Set(tracked.map((file) => file.split('/')[0]!));
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
/** The changelog tells of what was; its paths may be gone. */
const documents = tracked.filter(
  (file) => /^(?:docs\/(?:operate\/)?|loadtest\/)?[\w-]+\.md$/.test(file) && file !== 'CHANGELOG.md',
);

describe.each(documents)('%s', (document) => {
  const pointers = pointersOf(document, read(document), roots);

  it('links to what is there', () => {
    expect(pointers.links.filter((path) => !known.has(path))).toEqual([]);
  });

  it('names files and folders that are there', () => {
    expect(pointers.paths.filter((path) => !known.has(path) && !names.has(path))).toEqual([]);
  });

  it('names commands that are there', () => {
    expect(pointers.scripts.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

it('loadtest/README.md builds a scenario that is there', () => {
  const blocks = [...read('loadtest/README.md').matchAll(/^ {3}```ts\n(.*?)^ {3}```$/gms)].map(([, code]) =>
    code!.replaceAll(/^ {3}/gm, ''),
  );
  expect(blocks).toHaveLength(2);
  for (const block of blocks) expect(read('loadtest/scenarios/spectators.ts')).toContain(block);
});

it('docs/images/parts.svg names folders that are there', () => {
  const paths = [...read('docs/images/parts.svg').matchAll(/class="path"[^>]*>([^<]+)</g)].map(
    ([, path]) => path!,
  );
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !known.has(path))).toEqual([]);
});

describe('the search for what a document names', () => {
  it('finds links, paths and commands, and leaves alone what is not ours', () => {
    const page = [
      'See [rules](rules.md#3), [site](https://a.example) and ![game](images/game.png).',
      'In `server/index.ts`, `server/rooms/`, `view.ts`, `/api/play`, `@colyseus/core`, `a/b`.',
      'Then `node scripts/start.mjs` or `npm run bench:game`.',
      '```\nserver/not-a-name\n```',
    ].join('\n');
    expect(pointersOf('docs/page.md', page, new Set(['server', 'scripts']))).toEqual({
      links: ['docs/rules.md', 'docs/images/game.png'],
      paths: ['server/index.ts', 'server/rooms', 'view.ts', 'scripts/start.mjs'],
      scripts: ['bench:game'],
    });
  });
});
