import { registerHooks } from 'node:module';
import { type Change, HASTE, MUTANTS } from './mutants.ts';

const ROOT = new URL('../../../', import.meta.url).href;
const CORE = 'node_modules/@colyseus/core/build/index.mjs';
/** What each server process, and each page, has a copy of its own of: what is kept in modules is of one process. */
const OF_EACH =
  /\/(?:server|client\/net|test\/harness\/chat-client\.ts)|\/node_modules\/@colyseus\/(?:core|ws-transport)\//;

/** Stands in for an agent that the framework looks for whenever it starts. */
const NO_METRICS = 'data:text/javascript,export default { metric() {} }';

/** What is put before something in a module, so that the next run finds it as new. */
const FORGETTING: readonly (readonly [file: string, before: string, addition: string])[] = [
  ['server/rooms/guard/connections.ts', 'const OPEN =', 'export const forgetAll = () => OPEN.clear();\n'],
  [
    'server/rooms/guard/room-end.ts',
    'const UNDER_WAY =',
    'export const forgetAll = () => UNDER_WAY.clear();\n',
  ],
  [
    '@colyseus/core/build/MatchMaker.mjs',
    'async function setup(',
    `export function forgetAll() {
      for (const all of [rooms, handlers]) for (const id in all) delete all[id];
      processId = undefined;
      stats.forgetAll();
    }
    `,
  ],
  [
    '@colyseus/core/build/Stats.mjs',
    'function persist(',
    'export function forgetAll() { lastPersisted = 0; }\n',
  ],
];

/** What is changed in modules as they are loaded. */
const changesOf = (mutant: string | null): readonly Change[] => [
  ...HASTE,
  ...FORGETTING.map(([file, before, addition]): Change => [file, before, addition + before]),
  ...(mutant === null ? [] : MUTANTS[mutant]!.changes),
];

/**
 * Loads modules once per realm. Call it once, before anything of the product is loaded.
 * @param mutant the name of a way to break the product, or null
 */
export function installRealms(mutant: string | null): void {
  const names = new URL('names.ts', import.meta.url).href;
  const changes = changesOf(mutant);
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'nanoid') return { url: names, shortCircuit: true };
      if (specifier === '@pm2/io') return { url: NO_METRICS, shortCircuit: true };
      const found = next(specifier, context);
      const realm = context.parentURL && new URL(context.parentURL).searchParams.get('realm');
      return realm && OF_EACH.test(found.url) ? { ...found, url: `${found.url}?realm=${realm}` } : found;
    },
    load(url, context, next) {
      const loaded = next(url, context);
      let source = loaded.source;
      for (const [file, before, after] of changes) {
        if (!url.split('?')[0]!.endsWith(`/${file}`)) continue;
        if (!String(source).includes(before)) throw new Error(`${file} has no "${before}"`);
        source = String(source).replace(before, () => after);
      }
      return { ...loaded, source };
    },
  });
}

const load = async (file: string, realm: string): Promise<never> =>
  (await import(`${ROOT}${file}?realm=${realm}`)) as never;

/** The modules of a server process. */
export async function serverModules(realm: string) {
  const core: typeof import('@colyseus/core') = await load(CORE, realm);
  const matchMaker: typeof core.matchMaker & { forgetAll(): void } = await load(
    'node_modules/@colyseus/core/build/MatchMaker.mjs',
    realm,
  );
  // The framework says what it likes on the console.
  const logger: { setLogger(logger: object): void } = await load(
    'node_modules/@colyseus/core/build/Logger.mjs',
    realm,
  );
  const quiet = () => {};
  logger.setLogger({ debug: quiet, info: quiet, warn: quiet, error: quiet });
  const connections: { forgetAll(): void } = await load('server/rooms/guard/connections.ts', realm);
  const endings: { forgetAll(): void } = await load('server/rooms/guard/room-end.ts', realm);
  const tickets: typeof import('../../../server/rooms/guard/tickets.ts') = await load(
    'server/rooms/guard/tickets.ts',
    realm,
  );
  const transport: typeof import('@colyseus/ws-transport') = await load(
    'node_modules/@colyseus/ws-transport/build/index.mjs',
    realm,
  );
  const boot: typeof import('../../../server/parts/rooms.ts') = await load('server/parts/rooms.ts', realm);
  const tables: typeof import('../../../server/parts/tables.ts') = await load(
    'server/parts/tables.ts',
    realm,
  );
  const chat: typeof import('../../../server/parts/chat.ts') = await load('server/parts/chat.ts', realm);
  const guard: typeof import('../../../server/infra/colyseus/guard.ts') = await load(
    'server/infra/colyseus/guard.ts',
    realm,
  );
  const roomGuard: typeof import('../../../server/rooms/guard/room-guard.ts') = await load(
    'server/rooms/guard/room-guard.ts',
    realm,
  );
  const metrics: typeof import('../../../server/metrics/metrics.ts') = await load(
    'server/metrics/metrics.ts',
    realm,
  );
  const topics: typeof import('../../../server/infra/topics.ts') = await load(
    'server/infra/topics.ts',
    realm,
  );
  const clock: typeof import('../../../server/infra/clock.ts') = await load('server/infra/clock.ts', realm);
  const entropy: typeof import('../../../server/infra/entropy.ts') = await load(
    'server/infra/entropy.ts',
    realm,
  );
  const api: typeof import('../../../server/http/api.ts') = await load('server/http/api.ts', realm);
  const chatApi: typeof import('../../../server/http/chat.ts') = await load('server/http/chat.ts', realm);
  const budgets: typeof import('../../../server/http/budgets.ts') = await load(
    'server/http/budgets.ts',
    realm,
  );
  const seats: typeof import('../../../server/http/pending-seats.ts') = await load(
    'server/http/pending-seats.ts',
    realm,
  );
  const refusals: typeof import('../../../server/http/refusals.ts') = await load(
    'server/http/refusals.ts',
    realm,
  );
  const types: typeof import('../../../server/storage/types.ts') = await load(
    'server/storage/types.ts',
    realm,
  );
  const names: typeof import('../../../server/identity/names.ts') = await load(
    'server/identity/names.ts',
    realm,
  );
  const looks: typeof import('../../../server/identity/looks.ts') = await load(
    'server/identity/looks.ts',
    realm,
  );
  return {
    ...{ core, matchMaker, ...tickets, ...transport, ...boot, ...tables, ...chat, ...guard, ...roomGuard },
    ...{
      ...metrics,
      ...topics,
      ...clock,
      ...entropy,
      ...api,
      ...chatApi,
      ...budgets,
      ...seats,
      ...refusals,
      ...names,
      ...looks,
    },
    Unavailable: types.Unavailable,
    /** Lets go of what is left of the last run. */
    forgetAll() {
      matchMaker.forgetAll();
      connections.forgetAll();
      endings.forgetAll();
    },
  };
}

/** The modules of a page. */
export async function pageModules(realm: string) {
  const api: typeof import('../../../client/net/api.ts') = await load('client/net/api.ts', realm);
  const table: typeof import('../../../client/net/table.ts') = await load('client/net/table.ts', realm);
  const chat: typeof import('../../harness/chat-client.ts') = await load(
    'test/harness/chat-client.ts',
    realm,
  );
  const outbox: typeof import('../../../client/net/outbox-browser.ts') = await load(
    'client/net/outbox-browser.ts',
    realm,
  );
  // So that every run finds a tab with a name, and no run is the first.
  await outbox.browserTabs.mine();
  return { ...api, ...table, ...chat };
}

export type ServerModules = Awaited<ReturnType<typeof serverModules>>;
export type PageModules = Awaited<ReturnType<typeof pageModules>>;
