/**
 * `npm run start:cluster`: installs and builds what is missing, then serves the game from several processes behind one
 * address. `-- --processes <number>`, else one for each core; `-- --roll` replaces those of the cluster that runs, one by
 * one, while people play.
 */
import { ensureNginx, ensureRedis } from './debian.mjs';
import { ensureBuilt, ensureInstalled, prepare, run } from './steps.mjs';

const args = process.argv.slice(2);
const needsRedis = !process.env.REDIS_URL;

prepare(ensureInstalled, ensureBuilt);
if (!args.includes('--roll')) prepare(...(needsRedis ? [ensureRedis] : []), ensureNginx);
process.exitCode = await run(['scripts/cluster/main.ts', ...args], {
  NODE_ENV: 'production',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
