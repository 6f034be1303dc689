import { describe, expect, it } from 'vitest';
import { factsOf, findViolations, GRAPH, PACKAGES } from './boundaries.ts';
import { circlesIn, pathsIn } from './circles.ts';
import { read, tracked } from './repository.ts';

/** Of each file, what is in it: all are taken apart once. */
const sources = new Map(
  tracked.filter((file) => /\.tsx?$/.test(file)).map((file) => [file, factsOf(file, read(file))]),
);

describe('imports', () => {
  const used = new Set<string>();
  const violations = [...sources].flatMap(([file, facts]) => findViolations(file, facts, used));

  it('go only the way that ARCHITECTURE.md draws', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(violations).toEqual([]);
  });

  it('need every way that is allowed', () => {
    const edges = [
      ...Object.entries(GRAPH).flatMap(([part, others]) => others.map((other) => `${part} → ${other}`)),
      ...Object.entries(PACKAGES).flatMap(([name, homes]) => homes.map((home) => `${home} → ${name}`)),
    ];
    expect(edges.filter((edge) => !used.has(edge))).toEqual([]);
  });
});

describe('circles', () => {
  it('are nowhere: no file imports, not even as a type, what needs it', () => {
    const imports = new Map([...sources].map(([file, facts]) => [file, pathsIn(file, facts.imports)]));
    expect(circlesIn(imports)).toEqual([]);
  });

  it.each([
    ['none in a diamond', 'a>b a>c b>d c>d', []],
    ['two that need each other', 'a>b b>a b>c', ['a b']],
    ['one that needs itself', 'a>a', ['a']],
    ['a long one, and another beside it', 'a>b b>c c>d d>b a>e e>f f>e', ['b c d', 'e f']],
    ['two that share a file as one', 'a>b b>a b>c c>b', ['a b c']],
  ])('are found: %s', (_what, edges, circles) => {
    const imports = new Map<string, string[]>();
    for (const [from, to] of edges.split(' ').map((edge) => edge.split('>') as [string, string]))
      imports.set(from, [...(imports.get(from) ?? []), to]);
    expect(circlesIn(imports).map((circle) => circle.join(' '))).toEqual(circles);
  });
});

describe('the check of imports', () => {
  it('sees imports of every kind, and none in comments or texts', () => {
    const source = [
      "import a from './a.ts';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n} from 'c';",
      "import './d.css';",
      "export * from './e.ts';",
      "export { e } from './e2.ts';",
      "const f = await import('f');",
      'const f2 = await import(`f2`);',
      'const f3 = await import(a);',
      "type F = import('./f4.ts').F;",
      "// import g from 'g';",
      "/* import h from 'h'; */",
      "const glob = '**/*.ts', i = \"import i from 'i'\";",
      "import j from './j.ts'; // */",
    ].join('\n');
    expect([...factsOf('x.ts', source).imports].sort()).toEqual([
      '../b.ts',
      './a.ts',
      './d.css',
      './e.ts',
      './e2.ts',
      './f4.ts',
      './j.ts',
      'c',
      'f',
      'f2',
      'something computed',
    ]);
  });

  it('does not pass over what it cannot read', () => {
    expect(() => factsOf('shared/core/x.ts', 'const = ;')).toThrow('shared/core/x.ts');
  });

  it.each([
    ['client/dom/X.tsx', "import { x } from '../../server/config.ts';"],
    ['client/dom/X.tsx', "import { readFileSync } from 'node:fs';"],
    ['server/rooms/guard/X.ts', "import { x } from '../../http/api.ts';"],
    ['server/rooms/guard/X.ts', "type X = import('../../http/api.ts').X;"],
    ['server/infra/x.ts', "import { x } from '../http/api.ts';"],
    ['server/infra/x.ts', "import { x } from '../../client/net/types.ts';"],
    ['shared/core/x.ts', "import { x } from '../engine/ports.ts';"],
    ['shared/table/x.ts', "import { x } from '../games/color-clues/types.ts';"],
    ['shared/engine/x.ts', "import { z } from 'zod';"],
    ['shared/core/x.ts', "import { z } from 'node:fs';"],
    ['shared/elsewhere/x.ts', 'export const x = 1;'],
    ['loadtest/x.ts', "import { x } from '../server/config.ts';"],
    ['client/dom/X.tsx', "import { Client } from '@colyseus/sdk';"],
    ['client/dom/X.tsx', "import Phaser from 'phaser';"],
    ['client/games/four-in-a-row/X.tsx', "import Phaser from 'phaser';"],
    ['client/games/color-clues/store/x.ts', "import Phaser from 'phaser';"],
    ['client/dom/X.tsx', "import { x } from '../games/color-clues/index.ts';"],
    ['client/games/game.ts', "const x = () => import('./color-clues/index.ts');"],
    ['client/net/x.ts', "import type { X } from '../../shared/games/color-clues/types.ts';"],
    ['client/games/x/y.ts', "import { x } from '../../../shared/games/color-clues/types.ts';"],
    ['client/store/x.ts', 'const lastClue = 1;'],
    ['server/rooms/tables/x.ts', "import { x } from '../../games/color-clues/hosted.ts';"],
    ['server/rooms/tables/x.ts', 'const giver = 1;'],
    ['shared/table/x.ts', "const text = 'a clue';"],
    ['shared/games/four-in-a-row/x.ts', "import { x } from '../color-clues/board.ts';"],
    ['server/games/color-clues/x.ts', "import { x } from '../../../shared/games/four-in-a-row/board.ts';"],
    ['loadtest/tables/x.ts', "import { x } from '../games/color-clues.ts';"],
    ['loadtest/tables/x.ts', "import type { X } from '../../shared/games/four-in-a-row/wire.ts';"],
    ['loadtest/scenarios/x.ts', "const line = 'Tables with a giver';"],
    ['loadtest/games/four-in-a-row.ts', "import { x } from '../../shared/games/color-clues/board.ts';"],
    ['client/store/x.ts', "const text = 'Ana gives a clue';"],
    ['client/dom/X.tsx', 'const X = () => <p>Your clue</p>;'],
    ['client/dom/X.tsx', 'const x = `the giver`;'],
    ['server/index.ts', "import 'colyseus';"],
    ['shared/core/x.test.ts', "import 'colyseus';"],
    ['test/net/x.test.ts', "import 'colyseus';"],
    ['shared/core/x.ts', 'const now = Date.now();'],
    ['shared/core/x.ts', `const text = \`at \${new Date()}\`;`],
    ['shared/core/x.ts', "const quote = /'/; const now = Date.now(); const text = '';"],
    ['shared/core/x.ts', 'setTimeout(() => {}, 1);'],
    ['shared/core/x.ts', 'const x = Math.random();'],
    ['shared/core/x.ts', "const x = Math['random']();"],
    ['shared/core/x.ts', 'const parts = { process };'],
    ['server/infra/x.ts', 'const x = Math.random();'],
    ['server/rooms/guard/x.ts', "import { seededRng } from '../../../shared/core/seeded-rng.ts';"],
    ['shared/table/x.ts', "import { seededRng } from '../core/seeded-rng.ts';"],
    ['shared/core/x.ts', "const x = globalThis['fetch'];"],
    ['server/rooms/guard/x.ts', "matchMaker.presence.subscribe('news', hear);"],
    ['server/rooms/guard/x.ts', "this.presence.publish('news', 1);"],
    ['server/rooms/guard/x.ts', "presence['unsubscribe']('news');"],
  ])('refuses in %s: %s', (file, source) => {
    expect(findViolations(file, factsOf(file, source))).toHaveLength(1);
  });

  it.each([
    ['server/games/index.ts', "import { x } from './color-clues/hosted.ts';"],
    ['shared/games/index.ts', "import { x } from './color-clues/about.ts';"],
    ['client/games/index.ts', "const x = () => import('./color-clues/index.ts');"],
    ['loadtest/games/index.ts', "import { x } from './color-clues.ts';"],
    ['loadtest/games/color-clues.ts', "import { clue } from '../../shared/games/color-clues/types.ts';"],
    ['loadtest/compare/x.ts', "import { clue } from '../../shared/games/color-clues/types.ts';"],
    ['client/games/color-clues/x.ts', "import { clue } from '../../../shared/games/color-clues/types.ts';"],
    ['client/store/x.ts', "// a clue\nconst title = 'Color Clues', name = 'color-clues';"],
    ['shared/core/x.ts', "// Date.now()\nconst text = 'the process';"],
    ['shared/core/x.ts', 'const x = Math.max(1, record.process, { fetch: 1 }.fetch);'],
    ['shared/core/x.ts', 'interface X { readonly document: string; process(): void }'],
    ['shared/core/x.test.ts', "import { it } from 'vitest';"],
    ['test/net/x.test.ts', "import { Client } from '@colyseus/sdk';"],
    ['shared/table/x.test.ts', "import { seededRng } from '../core/seeded-rng.ts';"],
    ['scripts/x.ts', "import { seededRng } from '../shared/core/seeded-rng.ts';"],
  ])('lets through in %s: %s', (file, source) => {
    expect(findViolations(file, factsOf(file, source))).toEqual([]);
  });
});

describe('what is committed', () => {
  const texts = tracked.filter((file) => !/\.(png|woff2|ico)$/.test(file));
  /** Put together here, so that this file does not find itself. */
  const words = (...parts: [string, string][]) => parts.map(([a, b]) => a + b);

  it('names no registry and no folder of a machine', () => {
    const forbidden = words(
      ['registry.npm', 'js.org'],
      ['deb.debian', '.org'],
      ['proxy.golang', '.org'],
      ['/ro', 'ot/'],
      ['/ho', 'me/'],
      ['/wo', 'rk/'],
    );
    const found = texts.flatMap((file) => {
      const text = read(file);
      return forbidden.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('locks packages without addresses', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "(?:http|git)/);
  });

  it('leaves nothing for later and silences nothing', () => {
    const forbidden = words(
      ['TO', 'DO'],
      ['FIX', 'ME'],
      ['.on', 'ly('],
      ['.sk', 'ip('],
      ['@ts-', 'ignore'],
      ['@ts-expect', '-error'],
      ['as a', 'ny'],
    );
    const found = [...sources.keys()].flatMap((file) => {
      const text = read(file);
      return forbidden.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});
