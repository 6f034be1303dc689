/** What was typed as an address, and its host in lower case; null when it must not be followed. */
export interface Address {
  readonly href: string;
  readonly host: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"`\\]+/iy;
const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
/**
 * A name of Latin letters, no number: other scripts look alike, so they are shown encoded (`xn--…`) or not as links.
 */
const HOST =
  /^((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))(?::\d{1,5})?$/i;
/** What usually belongs to the sentence and not to the address. */
const TRAILING = new Set('.,;:!?\'"*_~|)]}…’”»');

/**
 * The address that begins at `at`, or null. One with a user name in front of its host has no host: it would look like
 * another one.
 */
export function readAddress(text: string, at: number): Address | null {
  ADDRESS.lastIndex = at;
  const [typed = ''] = ADDRESS.exec(text) ?? [];
  if (typed === '') return null;
  const href = withoutTrailing(typed);
  const host = HOST.exec(AUTHORITY.exec(href)?.[1] ?? '')?.[1];
  return { href, host: host === undefined || host.length > 253 ? null : host.toLowerCase() };
}

/** A closing bracket stays when it was opened inside of the address. */
function withoutTrailing(typed: string): string {
  let end = typed.length;
  let surplus = 0;
  for (const char of typed) surplus += char === ')' ? 1 : char === '(' ? -1 : 0;
  for (; end > 0 && TRAILING.has(typed[end - 1] ?? ''); end--) {
    if (typed[end - 1] !== ')') continue;
    if (surplus <= 0) break;
    surplus -= 1;
  }
  return typed.slice(0, end);
}
