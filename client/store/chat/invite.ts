import { routeOf } from '../route.ts';

/** What could be the address of a table: an origin, if any, a game and a code. */
const ADDRESS = /(https?:\/\/[^\s/]+)?(\/[\w-]+\/[a-z]{4,12})\/?(?=\s|$)/gi;

/** A message as it is sent: a link to a table of this server becomes an invitation. `origins` as in `location`. */
export function withInvitation(text: string, ...origins: string[]): { text: string; table: string | null } {
  for (const [link, origin, path = ''] of text.matchAll(ADDRESS)) {
    const to = routeOf(path);
    if (to.page !== 'table' || (origin !== undefined && !origins.includes(origin))) continue;
    return { text: text.replace(link, '').trim(), table: to.code };
  }
  return { text, table: null };
}
