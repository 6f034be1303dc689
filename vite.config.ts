import { defineConfig } from 'vite';

/** The server that answers `/api` and the sockets while the client is being developed. */
const SERVER = process.env.SERVER ?? 'http://127.0.0.1:2567';

/**
 * The client. No inline scripts and no polyfill that writes markup: the page is served with a strict content security
 * policy (`script-src 'self'`, trusted types).
 */
export default defineConfig({
  root: 'client',
  base: '/',
  publicDir: false,
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': SERVER, '^/[^/]+/[^/]+\\?sessionId=': { target: SERVER, ws: true } },
  },
});
