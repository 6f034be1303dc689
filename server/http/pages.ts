import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { GAMES } from '../../shared/games/index.ts';

/** Where a table is: its game, `t` for whichever it is, or `tv` for a screen that shows it; and its code. */
const TABLE = `(?:t|tv|${GAMES.map(({ name }) => name).join('|')})/[A-Za-z]{1,12}/?`;
const CHAT = 'chat(?:/(?:[dgt]/)?[\\w-]{1,40})?/?';
const PAST = 'games/?|replay/[\\w-]{1,60}(?:/\\d{1,6})?/?';
const ALONE = 'daily(?:/\\d{4}-\\d\\d-\\d\\d)?/?|practice/?';
/** A table with rules that somebody sent a link to; the page says which. */
const NEW = `new/(?:${GAMES.map(({ name }) => name).join('|')})/?`;
const PAGES = new RegExp(`^/(?:${TABLE}|${CHAT}|${PAST}|${ALONE}|${NEW})?$`);
const FILE = /\.[A-Za-z0-9]{1,8}$/;

/** What answers everything that is not an API: the built client, or Vite while it is being developed. */
export interface Pages {
  readonly handler: RequestHandler | Router;
  /** The page for operators, at whatever path it is put; null when there is none. */
  readonly operate: RequestHandler | null;
  /** Pages of a development server need scripts that the security policy forbids. */
  readonly isDevelopment: boolean;
}

/**
 * The built client, and the page for operators, which is built apart and is in none of its folders. Files with a hash in their name never change; the page itself is asked for every time. Unknown
 * paths get the page too, so that it can say so, with status 404.
 */
export function clientPages(directory: string, operate: RequestHandler | null = null): Pages {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  );
  router.use(express.static(directory, { index: false, redirect: false, dotfiles: 'ignore' }));
  router.use((request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || FILE.test(request.path)) return next();
    response.status(PAGES.test(request.path) ? 200 : 404).set('Cache-Control', 'no-cache');
    if (!existsSync(join(directory, 'index.html'))) {
      response.status(503).type('text').send('The client is not built. Run "npm run build" and start again.');
      return;
    }
    response.sendFile('index.html', { root: directory, cacheControl: false });
  });
  return { handler: router, operate, isDevelopment: false };
}

/** Vite's middleware (`createServer({ server: { middlewareMode: true }, appType: 'spa' })`) in place of a build. */
export const devPages = (middleware: RequestHandler): Pages => ({
  handler: middleware,
  operate: (request, response, next) => {
    request.url = '/operate.html';
    middleware(request, response, next);
  },
  isDevelopment: true,
});
