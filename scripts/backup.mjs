/** `npm run backup`: saves the data of this machine, also while the server runs; `-- --data <folder> --to <folder>`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, prepare, root, run } from './steps.mjs';

function readArguments() {
  const data = { type: 'string', default: resolve(root, process.env.DATA_DIR ?? 'data') };
  const to = { type: 'string', default: resolve(root, 'backups') };
  try {
    return parseArgs({ options: { data, to } }).values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run backup -- [--data <folder>] [--to <folder>]`);
    return process.exit(1);
  }
}

const { data, to } = readArguments();
prepare(ensureInstalled);
const program = 'server/storage/sqlite/command.ts';
process.exitCode = await run([program, 'backup', resolve(data), resolve(to)]);
