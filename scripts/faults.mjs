/** `npm run faults`: installs what is missing, then breaks everything that can break. `-- --only kill,redis --seed 7`. */
import { ensureFaketime, ensureRedis } from './debian.mjs';
import { ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled, ensureRedis, ensureFaketime);
process.exitCode = await run(['test/faults/main.ts', ...process.argv.slice(2)]);
