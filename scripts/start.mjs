/**
 * `npm start`: installs and builds what is missing, then serves the game. The script of package.json replaces its shell
 * by this process, because a shell keeps signals to itself; where there is no `exec`, on Windows, it runs it as it is.
 */
import { ensureBuilt, ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled, ensureBuilt);
process.exitCode = await run(['dist/server/server/index.js'], {
  NODE_ENV: 'production',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
