/** The parts of the page. */
export const PLACES = ['now', 'tables', 'lobbies', 'people', 'reports', 'log'] as const;
export type Place = (typeof PLACES)[number];

/** The part that an address names, and what is opened there: `#tables/RIDO`. */
export function placeOf(hash: string): { readonly place: Place; readonly open: string } {
  const [name = '', open = ''] = hash.replace(/^#/, '').split('/', 2);
  const place = PLACES.find((each) => each === name) ?? 'now';
  return { place, open: decodeURIComponent(open) };
}

/** The address of a part, with the path: without it, the first link would be taken for one that skips the rest. */
export const placeHref = (place: Place, open = ''): string =>
  `${location.pathname}#${place}${open === '' ? '' : `/${encodeURIComponent(open)}`}`;
