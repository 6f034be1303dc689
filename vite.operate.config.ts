import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import client from './vite.config.ts';

/**
 * The page of those who look after the server, in a folder of its own: nobody else is given any of it, and no other page
 * gets heavier by it.
 */
export default mergeConfig(client, {
  base: '/operate/',
  build: {
    outDir: '../dist/operate',
    rolldownOptions: { input: fileURLToPath(new URL('client/operate.html', import.meta.url)) },
  },
});
