/** `npm run dev`: the game with reload; the server restarts on change, Vite inside it serves the client. */
import { ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled);
const watched = ['server', 'shared'].map((folder) => `--watch-path=${folder}`);
process.exitCode = await run(['--watch', '--watch-preserve-output', ...watched, 'server/index.ts'], {
  DEV: '1',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
