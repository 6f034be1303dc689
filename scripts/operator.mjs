/**
 * `npm run operator -- --name <name>`: the account of this name looks after the server from now on; `--remove` takes that
 * back, `--list` says who does. Also while the server runs; with `DATA_DIR` or `MONGODB_URL` as the server has them.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled, prepare, run } from './steps.mjs';

const USAGE = 'Usage: npm run operator -- --name <name> [--remove], or --list';

function readArguments() {
  const options = { name: { type: 'string' }, remove: { type: 'boolean' }, list: { type: 'boolean' } };
  try {
    const { name, remove, list } = parseArgs({ options }).values;
    if (list && name === undefined && !remove) return ['list'];
    if (!list && name) return [remove ? 'remove' : 'add', name];
    throw new Error('Who?');
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(1);
  }
}

const args = readArguments();
prepare(ensureInstalled);
process.exitCode = await run(['server/parts/operator-command.ts', ...args]);
