import { posix } from 'node:path';

/** Which parts a part may import, besides itself. The map of ARCHITECTURE.md as data; the longest prefix counts. */
export const GRAPH: Readonly<Record<string, readonly string[]>> = {
  'shared/core': [],
  'shared/engine': ['shared/core'],
  'shared/table': ['shared/core'],
  'shared/games': ['shared/core'],
  'shared/protocol': ['shared/core', 'shared/table', 'shared/games'],
  'server/config.ts': [],
  'server/infra': ['shared/core', 'shared/engine'],
  'server/schema': ['shared/core', 'shared/table', 'shared/games', 'shared/protocol'],
  'server/rooms': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'shared/games',
    'shared/protocol',
    'server/config.ts',
    'server/infra',
    'server/schema',
  ],
  'server/http': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'shared/protocol',
    'server/config.ts',
    'server/infra',
    'server/rooms/SafeRoom.ts',
  ],
  'server/index.ts': ['shared', 'server'],
  'client/net': ['shared'],
  'client/store': ['shared', 'client/net/types.ts'],
  'client/board': ['shared'],
  'client/dom': ['shared', 'client/net', 'client/store', 'client/board', 'client/assets'],
  'client/main.tsx': ['client/dom', 'client/store', 'client/net'],
  scripts: ['shared'],
  loadtest: ['shared'],
};

/** Packages that only these parts may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared/protocol', 'shared/games/color-clues/commands.ts', 'server'],
  '@colyseus/sdk': ['client/net'],
  '@colyseus/core': ['server'],
  '@colyseus/ws-transport': ['server/infra', 'server/http'],
  '@colyseus/schema': ['server/schema', 'server/rooms', 'server/infra'],
  phaser: ['client/board'],
  // The umbrella package changes how a process behaves by being imported.
  colyseus: [],
};

/** What `shared` must not know: a clock, chance, timers, the process, a page. */
const FORBIDDEN_IN_SHARED =
  /\b(?:Date|Math\.random|setTimeout|setInterval|setImmediate|process|console|performance|fetch|window|document|crypto)\b(?!['"-])/;

/** A source without comments and without the insides of strings, for looking at its code. */
export const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*$/gm, '$1');
const withoutStrings = (source: string): string =>
  source.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");

/** Everything a source imports: static, for its effects, re-exported, or at run time. */
export function importsOf(source: string): string[] {
  const code = withoutComments(source);
  const found = [
    ...code.matchAll(/\b(?:import|export)\b[^'";=()]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map((match) => match[1]!);
}

const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
const partOf = (file: string): string | undefined =>
  Object.keys(GRAPH)
    .filter((part) => isIn(file, part))
    .sort((a, b) => b.length - a.length)[0];

const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What is wrong with the imports of one file; `used` collects the edges of the graph that something needs. */
export function findViolations(file: string, source: string, used = new Set<string>()): string[] {
  const isTest = /\.test\.tsx?$/.test(file);
  const part = partOf(file);
  if (isTest || part === undefined) return [];
  const violations: string[] = [];
  for (const specifier of importsOf(source)) {
    if (specifier.startsWith('.')) {
      const target = posix.join(posix.dirname(file), specifier);
      const allowed = GRAPH[part]!.find((other) => isIn(target, other));
      if (allowed !== undefined) used.add(`${part} → ${allowed}`);
      else if (!isIn(target, part)) violations.push(`${file} imports ${target}`);
      continue;
    }
    const name = packageOf(specifier);
    const homes = PACKAGES[name];
    if (homes && !homes.some((home) => isIn(file, home))) violations.push(`${file} imports ${name}`);
    if (isIn(file, 'shared') && name !== 'zod') violations.push(`${file} imports ${name}`);
  }
  const forbidden = isIn(file, 'shared') && FORBIDDEN_IN_SHARED.exec(withoutStrings(withoutComments(source)));
  if (forbidden) violations.push(`${file} uses ${forbidden[0]}`);
  return violations;
}
