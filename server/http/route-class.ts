/** Kinds of routes as they are counted: the longest beginning counts. */
const ROUTES: readonly (readonly [prefix: string, route: string])[] = [
  ['/live', 'health'],
  ['/ready', 'health'],
  ['/api/session', 'session'],
  ['/api/me', 'session'],
  ['/api/account', 'account'],
  ['/api/account/data', 'download'],
  ['/api/chat', 'chat'],
  ['/api/matches', 'record'],
  ['/api/operate', 'operate'],
  ['/api/play', 'tables'],
  ['/api/tables/live', 'stream'],
  ['/api/tables', 'tables'],
  ['/api', 'api'],
  ['/assets', 'asset'],
];
const LONGEST_FIRST = [...ROUTES].sort(([a], [b]) => b.length - a.length);

/** Answers of these go on for as long as somebody reads: how long they took says nothing. */
const LASTING: ReadonlySet<string> = new Set(['stream', 'download']);

/** What a path is counted as: one of a few names, whatever anybody asks for. */
export function routeClass(url: string | undefined): string {
  const path = (url ?? '').split('?', 1)[0]!;
  if (/^\/api\/.*\/seat$/.test(path)) return 'seat';
  const found = LONGEST_FIRST.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  return found?.[1] ?? 'page';
}

/** Whether it is of use how long such an answer took. */
export const isMeasured = (route: string): boolean => !LASTING.has(route);
