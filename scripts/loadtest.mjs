/**
 * `npm run loadtest`: installs and builds what is missing, then plays. It builds nothing when it does not start a server
 * of its own.
 */
import { ensureBuilt, ensureInstalled, ensureLoadtestBuilt, prepare, run } from './steps.mjs';

const args = process.argv.slice(2);
const startsNone = args.some((arg) => /^--(?:url|help|list)(?:=|$)/.test(arg));

prepare(ensureInstalled, ...(startsNone ? [] : [ensureBuilt, ensureLoadtestBuilt]));
process.exitCode = await run(['loadtest/main.ts', ...args]);
