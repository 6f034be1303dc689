import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';

/** In the order in which browsers pretend to be each other. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const;

/** What a browser calls itself, in a few words that its owner knows: `Firefox on Windows`. */
export function browserOf(request: IncomingMessage): string {
  const agent = request.headers['user-agent'] ?? '';
  const nameIn = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => agent.includes(mark))?.[1];
  return [nameIn(BROWSERS) ?? 'A browser', nameIn(SYSTEMS)].filter(Boolean).join(' on ');
}

/** Keys of browsers that came lately, by what they say of themselves; and how much that may be, characters. */
const keys = new LRUCache<string, string>({ maxSize: 500, sizeCalculation: () => 1 });
const MAX_SAID = 400;

/** Tells browsers of one address apart, as far as they say who they are. */
export function browserKey({ headers }: IncomingMessage): string {
  const said = `${headers['user-agent']}\n${headers['accept-language']}`;
  const known = keys.get(said);
  if (known !== undefined) return known;
  const key = hash('sha256', said, 'base64url').slice(0, 16);
  if (said.length <= MAX_SAID) keys.set(said, key);
  return key;
}
