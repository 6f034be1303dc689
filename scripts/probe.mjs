/** `npm run probe -- --url https://play.example`: a visit of somebody who plays and writes a little; see `--help`. */
import { ensureInstalled, prepare, run } from './steps.mjs';

prepare(ensureInstalled);
process.exitCode = await run(['loadtest/probe/main.ts', ...process.argv.slice(2)]);
