/**
 * The service worker: what opens without a connection. The build puts `PLAN` in front of it (`scripts/installable.ts`) and
 * a new one replaces it with the next visit. Pages come from the network whenever there is one, so none is older than its
 * server; only files with a hash in their name are answered from here. Sockets, the API and whatever else is no page or
 * hashed file pass by.
 */

interface Plan {
  /** Another one with every build. */
  readonly version: string;
  /** The page of the app as this build made it: a name that is in no other build's page. */
  readonly entry: string;
  /** What practice needs, by address. */
  readonly files: readonly string[];
  /** What it needs besides in other languages than English, by their codes. */
  readonly languages: Readonly<Record<string, readonly string[]>>;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** What the page's own types do not know of a worker. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
}

declare const PLAN: Plan;
declare const self: Worker;

const PREFIX = 'color-clues ';
const CACHE = PREFIX + PLAN.version;
/** The page that works alone, and the one that says that all others need a connection. */
const APP = '/practice';
const OFFLINE = '/offline.html';

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') {
    if (!/^\/(?:api|operate)\b/.test(pathname)) event.respondWith(pageFor(event.request, pathname));
  } else if (pathname.startsWith('/assets/')) event.respondWith(fileFor(event.request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const language = new URLSearchParams(location.search).get('language') ?? '';
  await cache.addAll([APP, OFFLINE, ...PLAN.files, ...(PLAN.languages[language] ?? [])]);
  const page = await (await cache.match(APP))?.text();
  // Two builds at once, for a moment: the next visit tries again.
  if (!page?.includes(PLAN.entry)) throw new Error('The server has another build already.');
  await self.skipWaiting();
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function pageFor(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(/^\/practice\/?$/.test(path) ? APP : OFFLINE);
    if (!kept) throw error;
    return kept;
  }
}

async function fileFor(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: CACHE }).catch(() => undefined);
  if (kept) return kept;
  const answer = await fetch(request);
  // Where there is no room for it, it comes from the network the next time, too.
  if (answer.ok) void keep(request, answer.clone()).catch(() => {});
  return answer;
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(request, answer);
}
