/** `npm run dev`: the game with reload; the server restarts on change, Vite inside it serves the client. */
import { ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled);
process.exitCode = await run(['server/index.ts'], { DEV: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }, [
  'server',
  'shared',
]);
process.exit();
