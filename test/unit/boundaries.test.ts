import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations, GRAPH, importsOf, withoutComments } from './boundaries.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const sources = tracked.filter((file) => /\.tsx?$/.test(file));

describe('imports', () => {
  const used = new Set<string>();
  const violations = sources.flatMap((file) => findViolations(file, read(file), used));

  it('go only the way that ARCHITECTURE.md draws', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(violations).toEqual([]);
  });

  it('need every way that is allowed', () => {
    const all = Object.entries(GRAPH).flatMap(([part, others]) =>
      others.map((other) => `${part} → ${other}`),
    );
    const ahead = ['loadtest → shared'];
    expect(all.filter((edge) => !used.has(edge) && !ahead.includes(edge))).toEqual([]);
  });
});

describe('the check of imports', () => {
  it('sees imports of every kind, and none in comments', () => {
    const source = [
      "import a from './a.ts';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n} from 'c';",
      "import './d.css';",
      "export * from './e.ts';",
      "const f = await import('f');",
      "// import g from 'g';",
      "/* import h from 'h'; */",
    ].join('\n');
    expect(importsOf(source).sort()).toEqual(['../b.ts', './a.ts', './d.css', './e.ts', 'c', 'f']);
  });

  it.each([
    ['client/dom/X.tsx', "import { x } from '../../server/config.ts';"],
    ['server/rooms/X.ts', "import { x } from '../http/api.ts';"],
    ['server/infra/x.ts', "import { x } from '../http/api.ts';"],
    ['shared/core/x.ts', "import { x } from '../engine/ports.ts';"],
    ['shared/table/x.ts', "import { x } from '../games/color-clues/types.ts';"],
    ['shared/engine/x.ts', "import { z } from 'zod';"],
    ['shared/core/x.ts', "import { z } from 'node:fs';"],
    ['client/dom/X.tsx', "import { Client } from '@colyseus/sdk';"],
    ['client/dom/X.tsx', "import Phaser from 'phaser';"],
    ['server/index.ts', "import 'colyseus';"],
    ['shared/core/x.ts', 'const now = Date.now();'],
    ['shared/core/x.ts', 'setTimeout(() => {}, 1);'],
    ['shared/core/x.ts', 'const x = Math.random();'],
  ])('refuses in %s: %s', (file, source) => {
    expect(findViolations(file, source)).toHaveLength(1);
  });

  it('lets through what only looks like it', () => {
    expect(findViolations('shared/core/x.ts', "// Date.now()\nconst text = 'the process';")).toEqual([]);
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
    const found = sources.flatMap((file) => {
      const text = file.endsWith('boundaries.test.ts') ? withoutComments(read(file)) : read(file);
      return forbidden.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});
