import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { builtOperatePage } from '../http/operate.ts';
import { clientPages, devPages, type Pages } from '../http/pages.ts';

/** The built client lies beside the built server; in development Vite makes it on the fly. */
export async function openPages({ isDevelopment }: Config): Promise<Pages> {
  if (isDevelopment) return devPages(await viteMiddleware());
  const isBuilt = import.meta.url.endsWith('.js');
  const built = (name: string) =>
    fileURLToPath(new URL(`${isBuilt ? '../../..' : '../../dist'}/${name}`, import.meta.url));
  return clientPages(built('client'), builtOperatePage(built('operate')));
}

/** Vite's own server inside ours; a development dependency, so it is loaded only then. */
async function viteMiddleware() {
  const { createServer } = await import('vite');
  return (await createServer({ server: { middlewareMode: true, ws: { port: 24_678 } }, appType: 'spa' }))
    .middlewares;
}
