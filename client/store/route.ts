import { type Signal, signal } from '@preact/signals';

export type Route =
  | { readonly page: 'landing' }
  | { readonly page: 'table'; readonly code: string }
  | { readonly page: 'unknown' };

/** The page of a path. Codes are not case-sensitive. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { page: 'landing' };
  const match = /^\/t\/([a-z]{1,12})\/?$/i.exec(path);
  return match?.[1] ? { page: 'table', code: match[1].toUpperCase() } : { page: 'unknown' };
}

export const pathOf = (route: Route): string => (route.page === 'table' ? `/t/${route.code}` : '/');

export const route: Signal<Route> = signal({ page: 'landing' });

/** Asked before the page is left inside the app; `false` stays. */
type Guard = (proceed: () => void) => boolean;
let guard: Guard | null = null;

/** Lets a page ask before it is left; returns how to take that back. */
export function guardLeaving(ask: Guard): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Goes to a page and remembers it in the history. */
export function go(to: Route, { isSure = false } = {}): void {
  if (!isSure && guard && !guard(() => go(to, { isSure: true }))) return;
  guard = null;
  history.pushState(null, '', pathOf(to));
  route.value = to;
  scrollTo(0, 0);
}

/** Reads the address and follows the Back button. Called once. */
export function startRouter(): void {
  route.value = routeOf(location.pathname);
  addEventListener('popstate', () => {
    const to = routeOf(location.pathname);
    const from = route.peek();
    const stay = guard && !guard(() => go(to, { isSure: true }));
    if (stay) history.pushState(null, '', pathOf(from));
    else route.value = to;
  });
}
