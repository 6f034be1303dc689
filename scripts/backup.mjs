/**
 * `npm run backup`: saves the data of this machine, also while the server runs; `-- --data <folder> --to <folder>`. With
 * `--metrics <file>` the time of a backup that was made is told to Prometheus, by node_exporter's textfile collector.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, prepare, root, run } from './steps.mjs';

function readArguments() {
  const data = { type: 'string', default: resolve(root, process.env.DATA_DIR ?? 'data') };
  const to = { type: 'string', default: resolve(root, 'backups') };
  const metrics = { type: 'string' };
  try {
    return parseArgs({ options: { data, to, metrics } }).values;
  } catch (error) {
    console.error(
      `${error.message}\nUsage: npm run backup -- [--data <folder>] [--to <folder>] [--metrics <file>]`,
    );
    return process.exit(1);
  }
}

/** Whoever reads the file meanwhile reads the old one or the new one. */
function tellTime(file) {
  const name = 'colorclues_backup_time_seconds';
  const lines = [
    `# HELP ${name} When the newest backup was made.`,
    `# TYPE ${name} gauge`,
    `${name} ${Math.round(Date.now() / 1_000)}`,
  ];
  writeFileSync(`${file}.tmp`, `${lines.join('\n')}\n`);
  renameSync(`${file}.tmp`, file);
}

const { data, to, metrics } = readArguments();
prepare(ensureInstalled);
const program = 'server/storage/sqlite/command.ts';
process.exitCode = await run([program, 'backup', resolve(data), resolve(to)]);
if (process.exitCode === 0 && metrics !== undefined) tellTime(metrics);
