import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { clientPages, devPages, type Pages } from '../http/pages.ts';

/** The built client lies beside the built server; in development Vite makes it on the fly. */
export async function openPages({ isDevelopment }: Config): Promise<Pages> {
  if (isDevelopment) return devPages(await viteMiddleware());
  const isBuilt = import.meta.url.endsWith('.js');
  return clientPages(
    fileURLToPath(new URL(isBuilt ? '../../../client' : '../../dist/client', import.meta.url)),
  );
}

/** Vite's own server inside ours; a development dependency, so it is loaded only then. */
async function viteMiddleware() {
  const { createServer } = await import('vite');
  return (await createServer({ server: { middlewareMode: true, ws: { port: 24_678 } }, appType: 'spa' }))
    .middlewares;
}
