/** `npm run restore -- <backup>`: puts a backup in place of the data; `--data <folder>`, `--force` to replace some. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, prepare, root, run } from './steps.mjs';

function readArguments() {
  const data = { type: 'string', default: resolve(root, process.env.DATA_DIR ?? 'data') };
  const force = { type: 'boolean', default: false };
  try {
    const { values, positionals } = parseArgs({ options: { data, force }, allowPositionals: true });
    if (positionals.length !== 1) throw new Error('Which backup?');
    return { ...values, backup: positionals[0] };
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run restore -- <backup> [--data <folder>] [--force]`);
    return process.exit(1);
  }
}

const { backup, data, force } = readArguments();
prepare(ensureInstalled);
const program = 'server/storage/sqlite/command.ts';
const args = ['restore', resolve(backup), resolve(data), ...(force ? ['force'] : [])];
process.exitCode = await run([program, ...args]);
