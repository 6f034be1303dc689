import { posix } from 'node:path';
import { parseSync } from 'vite';
import { GAMES } from '../../shared/games/index.ts';

/** Which parts a part may import, besides itself. The map of ARCHITECTURE.md as data; the longest prefix counts. */
export const GRAPH: Readonly<Record<string, readonly string[]>> = {
  'shared/core': [],
  'shared/engine': ['shared/core'],
  'shared/table': ['shared/core'],
  'shared/turns': ['shared/core', 'shared/protocol/wire.ts'],
  'shared/games': ['shared/core', 'shared/turns', 'shared/protocol/wire.ts'],
  'shared/protocol': ['shared/core', 'shared/table', 'shared/chat'],
  'shared/chat': ['shared/core'],
  'server/start': ['shared/core', 'server/infra/source-lines.ts'],
  'server/config.ts': ['server/start'],
  'server/metrics': [],
  'server/traces': ['shared/engine'],
  'server/storage': ['shared/core', 'shared/engine', 'server/metrics'],
  'server/identity': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'server/storage/shelf.ts',
    'server/storage/types.ts',
  ],
  'server/directory': ['shared/engine', 'server/infra', 'server/metrics', 'server/storage/types.ts'],
  'server/infra': ['shared/core', 'shared/engine', 'server/metrics', 'server/start'],
  'server/schema': ['shared/table', 'shared/turns', 'shared/protocol', 'shared/chat'],
  'server/daily': [
    'shared/core',
    'shared/engine',
    'shared/protocol',
    'server/storage/shelf.ts',
    'server/storage/types.ts',
  ],
  'server/games': ['shared', 'server/schema', 'server/rooms/tables', 'server/daily'],
  'server/rooms/guard': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'shared/protocol',
    'server/config.ts',
    'server/directory',
    'server/infra',
    'server/metrics',
    'server/traces/span.ts',
    'server/storage/types.ts',
  ],
  'server/rooms/table-talk.ts': ['shared/core', 'shared/table', 'server/directory', 'server/infra'],
  'server/rooms/tables': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'shared/turns',
    'shared/protocol',
    'shared/chat',
    'server/directory',
    'server/infra',
    'server/schema',
    'server/rooms/guard',
    'server/rooms/table-talk.ts',
    'server/storage',
  ],
  'server/rooms/chat': [
    'shared/core',
    'shared/engine',
    'shared/protocol',
    'shared/chat',
    'server/directory',
    'server/infra',
    'server/schema',
    'server/rooms/guard',
    'server/rooms/table-talk.ts',
    'server/storage',
  ],
  'server/rooms/operate': [
    'shared/core',
    'shared/engine',
    'shared/protocol',
    'server/infra',
    'server/schema',
    'server/rooms/guard',
    'server/rooms/chat',
    'server/rooms/tables',
    'server/storage/shelf.ts',
    'server/storage/types.ts',
  ],
  'server/http': [
    'shared/core',
    'shared/engine',
    'shared/table',
    'shared/games/index.ts',
    'shared/games/kinds.ts',
    'shared/protocol',
    'shared/chat',
    'server/config.ts',
    'server/start',
    'server/infra',
    'server/metrics',
    'server/traces/span.ts',
    'server/identity',
    'server/daily',
    'server/rooms/chat',
    'server/storage/types.ts',
    'server/rooms/guard/tickets.ts',
  ],
  'server/parts': ['shared', 'server'],
  'server/index.ts': ['server'],
  'client/assets': [],
  'client/i18n': ['shared', 'client/store/stored.ts'],
  'client/net': ['shared', 'client/i18n'],
  'client/net/slim': [],
  'client/store': [
    'shared',
    'client/i18n',
    'client/net/types.ts',
    'client/net/chat-types.ts',
    'client/games/game.ts',
  ],
  'client/dom': ['shared', 'client/i18n', 'client/net', 'client/store', 'client/games/game.ts'],
  'client/games': ['shared', 'client/i18n', 'client/dom', 'client/store', 'client/net/types.ts'],
  'client/operate.tsx': ['client/dom', 'client/store', 'client/net'],
  'client/offline': [],
  'client/main.tsx': [
    'client/i18n',
    'client/dom',
    'client/store',
    'client/net',
    'client/games/index.ts',
    'client/offline/register.ts',
  ],
  'client/gallery.tsx': ['shared', 'client/dom', 'client/store', 'client/net', 'client/games'],
  scripts: [
    'shared',
    'server/games/index.ts',
    'server/metrics',
    'client/games/color-clues/messages/colors',
    'scripts/proxies',
  ],
  'scripts/proxies': [],
  'scripts/cluster': ['server/http/network.ts', 'server/http/announce.ts', 'server/start', 'scripts/proxies'],
  loadtest: ['shared'],
};

/** Where every file must belong to a part of the graph; a new folder starts with a line above. */
const MAPPED = /^(?:shared|server|client)\//;

/** Packages that only these parts may import; a test may import any but those that nobody may. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: [
    'shared/protocol',
    ...GAMES.flatMap(({ name }) => [`shared/games/${name}/commands.ts`, `shared/games/${name}/replay.ts`]),
    'shared/turns/replay.ts',
    'client/net/no-eval.ts',
    'server',
    'scripts/build-protocol.ts',
    'scripts/check-deck.ts',
  ],
  '@noble/hashes': [
    'shared/games/color-clues/deck.ts',
    'shared/games/color-clues/hashed-rng.ts',
    'shared/games/color-clues/bot-mind.ts',
  ],
  '@colyseus/sdk': ['client/net'],
  'slim-sdk': ['client/net/slim'],
  '@colyseus/core': ['server'],
  mongoose: ['server/storage/mongoose', 'scripts/mongo.ts'],
  '@colyseus/ws-transport': ['server/infra', 'server/http'],
  '@colyseus/schema': ['server/schema', 'server/games', 'server/rooms', 'server/infra', 'loadtest/client'],
  'hdr-histogram-js': ['loadtest/measure'],
  'prom-client': ['server/metrics'],
  uplot: ['client/dom/operate/Plot.tsx'],
  phaser: ['client/games/color-clues/board'],
  // A dependency for the versions that it pins; loading it takes five times as long as `@colyseus/core` (2.1 s against
  // 0.4 s), 25 MB more, and reads `.env` files.
  colyseus: [],
};

/** What serves any game: nothing here imports from the folder of one, or says a word that belongs to one. */
const FOR_ANY_GAME: readonly string[] = ['client', 'server', 'shared', 'loadtest'];
/** But for this: a server and its client that were written by hand for one game. */
const FOR_ONE_GAME: readonly string[] = ['loadtest/compare'];

/** Words of single games. Their titles are no secret: `Color Clues` is also what all this is called. */
const WORDS_OF_GAMES: readonly string[] = [
  ...['clue', 'clues', 'giver', 'guesser', 'guessers', 'lexicon', 'deck', 'decks', 'loupe', 'disc', 'discs'],
];
/** Words that are read, and no longer written: what earlier programs stored stays readable. */
const OLD_WORDS: Readonly<Record<string, readonly string[]>> = {
  'shared/chat/audience.ts': ['giver', 'guessers'],
};
const TITLES: readonly RegExp[] = [/\bcolor[ -]clues\b/gi];

/** What `shared` must not know: a clock, chance, timers, the process, a page. */
const FORBIDDEN_IN_SHARED = new Set([
  'Date',
  'Math.random',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
  'process',
  'console',
  'performance',
  'fetch',
  'window',
  'document',
  'crypto',
]);

/** Randomness that can be searched or computed: for tests, benches and the builders of frozen tables alone. */
const SEARCHABLE = 'shared/core/seeded-rng.ts';

/**
 * What one file looks after: parts of the framework, so that what it gives to others can be given back; and what is made
 * once for each game, because one for each room would be most of a room's memory.
 */
const KEPT: Readonly<Record<string, string>> = {
  'presence.subscribe': 'server/infra/topics.ts',
  'presence.unsubscribe': 'server/infra/topics.ts',
  'presence.publish': 'server/infra/topics.ts',
  commandMessage: 'server/rooms/tables/hosted-game.ts',
};

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Fields that hold a mere name, such as `Date` in `record.Date` or `{ Date: 1 }`, unless it is computed. */
const LABELS: readonly string[] = ['property', 'key'];

/** Visits a part of a syntax tree and everything below it. */
function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  if (!isNode(value)) return;
  visit(value);
  for (const [field, child] of Object.entries(value)) {
    const isLabel = LABELS.includes(field) && value.computed === false;
    if (!isLabel || !isNode(child) || child.type !== 'Identifier') walk(child, visit);
  }
}

/** The text of a string, also of a template without holes. */
function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'TemplateLiteral' && Array.isArray(value.quasis) && value.quasis.length === 1) {
    return (value.quasis[0] as { value: { cooked: string } }).value.cooked;
  }
  return typeof value.value === 'string' ? value.value : undefined;
}

const nameOf = (value: unknown): string | undefined =>
  isNode(value) && typeof value.name === 'string' ? value.name : undefined;

/** `b` of `b` and of `a.b`. */
const lastNameOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'MemberExpression'
    ? (nameOf(value.property) ?? textOf(value.property))
    : nameOf(value);

/** The words of a name (`giveClue`: give, clue) or of a text; titles of games count as one. */
function wordsOf(node: Node): readonly string[] {
  const { name, value } = node;
  const raw =
    node.type === 'TemplateElement'
      ? (value as { cooked: string }).cooked
      : typeof value === 'string'
        ? value
        : name;
  if (typeof raw !== 'string') return [];
  const text = TITLES.reduce((left, title) => left.replace(title, ''), raw);
  return (
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}

interface Facts {
  /** Everything a source imports: static, for its effects, re-exported, as a type, or at run time. */
  readonly imports: readonly string[];
  /** Names and `object.property` pairs that its code uses. */
  readonly names: ReadonlySet<string>;
  /** Every word of its names and texts, in small letters; comments are not read. */
  readonly words: ReadonlySet<string>;
}

/** Reads a source with the parser that also builds the client; throws when it cannot be read. */
export function factsOf(file: string, source: string): Facts {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const imports: string[] = [];
  const names = new Set<string>();
  const words = new Set<string>();
  walk(program, (node) => {
    for (const word of wordsOf(node)) words.add(word);
    const isImport = /^(?:Import|ExportNamed|ExportAll)(?:Declaration|Expression)$|^TSImportType$/.test(
      node.type,
    );
    if (isImport && node.source) imports.push(textOf(node.source) ?? 'something computed');
    if (node.type === 'Identifier') names.add(nameOf(node) ?? '');
    if (node.type === 'MemberExpression') {
      names.add(`${lastNameOf(node.object)}.${lastNameOf(node)}`);
    }
  });
  return { imports, names, words };
}

const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
const partOf = (file: string): string | undefined =>
  Object.keys(GRAPH)
    .filter((part) => isIn(file, part))
    .sort((a, b) => b.length - a.length)[0];

/** The game that a file belongs to, in whatever layer, or null. The load test has one file for each. */
const gameOf = (file: string): string | null =>
  /^(?:shared|server|client)\/games\/([^/]+)\//.exec(file)?.[1] ??
  GAMES.find(({ name }) => file === `loadtest/games/${name}.ts`)?.name ??
  null;
/** The file of each layer that names the games. */
const isRegistry = (file: string): boolean =>
  /^(?:shared|server|client|loadtest)\/games\/index\.ts$/.test(file);

const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What is wrong with one file; `used` collects the edges of the graph and the homes of packages that are needed. */
export function findViolations(
  file: string,
  { imports, names, words }: Facts,
  used = new Set<string>(),
): string[] {
  const isTest = /\.test\.tsx?$|^test\//.test(file);
  const part = isTest ? undefined : partOf(file);
  const violations: string[] = [];
  const isInOneOf = (parts: readonly string[]) => parts.some((each) => isIn(file, each));
  const mayKnow = isTest || isRegistry(file) || !isInOneOf(FOR_ANY_GAME) || isInOneOf(FOR_ONE_GAME);
  const ownGame = gameOf(file);
  if (!mayKnow && ownGame === null) {
    const said = WORDS_OF_GAMES.filter((word) => words.has(word) && !OLD_WORDS[file]?.includes(word));
    for (const word of said) violations.push(`${file} says ${word}`);
  }
  if (!isTest && part === undefined && MAPPED.test(file)) violations.push(`${file} is in no part of the map`);
  for (const specifier of imports) {
    if (specifier.startsWith('.')) {
      if (part === undefined) continue;
      const target = posix.join(posix.dirname(file), specifier);
      if (target === SEARCHABLE && MAPPED.test(file)) violations.push(`${file} draws from a seed`);
      const allowed = GRAPH[part]!.find((other) => isIn(target, other));
      const game = gameOf(target);
      if (allowed !== undefined) used.add(`${part} → ${allowed}`);
      if (allowed === undefined && !isIn(target, part)) violations.push(`${file} imports ${target}`);
      else if (!mayKnow && game !== null && game !== ownGame) violations.push(`${file} knows ${target}`);
      continue;
    }
    const name = packageOf(specifier);
    const homes = PACKAGES[name];
    const home = homes?.find((each) => isIn(file, each));
    if (home !== undefined) used.add(`${home} → ${name}`);
    const isForeign = homes !== undefined && home === undefined && (!isTest || homes.length === 0);
    const isPlatform = name.startsWith('node:') && isIn(file, 'client') && !isTest;
    const isOutside = isIn(file, 'shared') && !isTest && home === undefined;
    if (isForeign || isPlatform || isOutside) violations.push(`${file} imports ${name}`);
  }
  if (isIn(file, 'server') && !isTest && names.has('Math.random'))
    violations.push(`${file} uses Math.random`);
  if (isIn(file, 'shared') && !isTest) {
    for (const name of names) if (FORBIDDEN_IN_SHARED.has(name)) violations.push(`${file} uses ${name}`);
  }
  for (const [name, keeper] of Object.entries(KEPT)) {
    if (names.has(name) && isIn(file, 'server') && !isTest && file !== keeper)
      violations.push(`${file} uses ${name}`);
  }
  return violations;
}
