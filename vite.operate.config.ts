import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { slimPhaser } from './scripts/slim-phaser.ts';
import { slimSdk } from './scripts/slim-sdk.ts';
import client from './vite.config.ts';

/**
 * The page of those who look after the server, in a folder of its own: nobody else is given any of it, and no other page
 * gets heavier by it. It is not installed: only the pages of players are.
 */
export default mergeConfig(
  { ...client, plugins: [slimPhaser(), slimSdk()] },
  {
    base: '/operate/',
    build: {
      outDir: '../dist/operate',
      rolldownOptions: { input: fileURLToPath(new URL('client/operate.html', import.meta.url)) },
    },
  },
);
