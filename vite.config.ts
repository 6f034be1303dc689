import { defineConfig } from 'vite';
import { installable } from './scripts/installable.ts';
import { slimPhaser } from './scripts/slim-phaser.ts';
import { slimSdk } from './scripts/slim-sdk.ts';

/** The file for the first page's messages in the language of a module of messages, `first-de`; null for other modules. */
function firstWords(module: string): string | null {
  const language = /\/(?:i18n\/(?:app|landing|talk)\/|messages\/about\.)([a-z]{2})\.ts$/.exec(module)?.[1];
  return language === undefined || language === 'en' ? null : `first-${language}`;
}

/**
 * The client. No inline scripts and no polyfill that writes markup: the page is served with a strict content security
 * policy (`script-src 'self'`, trusted types). In development the game server runs Vite inside itself (`npm run dev`);
 * `vite` alone serves `/gallery.html`, every screen without a server.
 */
export default defineConfig({
  root: 'client',
  base: '/',
  publicDir: false,
  plugins: [slimPhaser(), slimSdk(), installable()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page begins with, in one file: it packs better than six, and is named once where pages are loaded.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/@?preact\/|client\/store\/(?:route|stored)\.ts|client\/i18n\/[a-z]+\.ts|preload-helper|rolldown.runtime/,
            },
            // What the first page says in one other language, in one file: it is waited for before anything is shown.
            { name: firstWords },
          ],
        },
      },
    },
    // The board's painter is one large library, loaded after the board can be used.
    chunkSizeWarningLimit: 1_500,
  },
  server: { host: '127.0.0.1' },
});
