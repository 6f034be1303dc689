/** `npm start`: installs and builds what is missing, then serves the game. */
import { ensureBuilt, ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled, ensureBuilt);
process.exitCode = await run('node', ['--enable-source-maps', 'dist/server/server/index.js'], {
  NODE_ENV: 'production',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
