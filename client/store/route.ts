import { type Signal, signal } from '@preact/signals';
import { gameAbout } from '../../shared/games/index.ts';

export type Route =
  | { readonly page: 'landing' }
  /** `game` is what the address says is played there; null when it does not. */
  | { readonly page: 'table'; readonly code: string; readonly game: string | null }
  /** The same, shown to a room. */
  | { readonly page: 'tv'; readonly code: string }
  /** One conversation, or the list of them. */
  | { readonly page: 'chat'; readonly conversation: string | null }
  /** One that the first page knows nothing of: `dom/other.ts` tells which. */
  | { readonly page: 'other'; readonly path: string };

/** The part of a chat address that tells private conversations from public lobbies, whose names are longer. */
const CHAT_FOLDERS: Readonly<Record<string, string>> = { d: 'direct', g: 'group', t: 'talk' };

/** Stands in the address of a table for its game where that is not known. */
const ANY_GAME = 't';
const TV = 'tv';

/** The page of a path. Codes are not case-sensitive. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { page: 'landing' };
  const [, game = '', code] = /^\/([\w-]+)\/([a-z]{1,12})\/?$/i.exec(path) ?? [];
  if (code && game === TV) return { page: 'tv', code: code.toUpperCase() };
  if (code && (game === ANY_GAME || gameAbout(game)))
    return { page: 'table', code: code.toUpperCase(), game: game === ANY_GAME ? null : game };
  if (/^\/chat\/?$/.test(path)) return { page: 'chat', conversation: null };
  const lobby = /^\/chat\/([a-z0-9][a-z0-9-]{1,22}[a-z0-9])\/?$/i.exec(path);
  if (lobby?.[1]) return { page: 'chat', conversation: `lobby-${lobby[1].toLowerCase()}` };
  const closed = /^\/chat\/([dgt])\/([\w-]{2,30})\/?$/.exec(path);
  if (closed?.[1]) return { page: 'chat', conversation: `${CHAT_FOLDERS[closed[1]]}-${closed[2]}` };
  return { page: 'other', path };
}

/** The address of a page. */
export function pathOf(route: Route): string {
  if (route.page === 'table') return `/${route.game ?? ANY_GAME}/${route.code}`;
  if (route.page === 'tv') return `/${TV}/${route.code}`;
  if (route.page === 'other') return route.path;
  if (route.page !== 'chat') return '/';
  return route.conversation === null ? '/chat' : pathOfConversation(route.conversation);
}

function pathOfConversation(conversation: string): string {
  const dash = conversation.indexOf('-');
  const [kind, name] = [conversation.slice(0, dash), conversation.slice(dash + 1)];
  const folder = Object.keys(CHAT_FOLDERS).find((each) => CHAT_FOLDERS[each] === kind);
  return folder ? `/chat/${folder}/${name}` : `/chat/${name}`;
}

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

/** Puts the right address of the page in place of the one by which it was found. */
export function correctAddress(to: Route): void {
  if (location.pathname !== pathOf(to)) history.replaceState(null, '', pathOf(to));
  route.value = to;
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
