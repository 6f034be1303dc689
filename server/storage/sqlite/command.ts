/** What `scripts/backup.mjs` and `scripts/restore.mjs` run on the Node that the package brings. */
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

const [name, ...args] = process.argv.slice(2);

function result(): Promise<string> {
  const [first = '', second = '', third] = args;
  if (name === 'backup') return backUp(first, second, new Date());
  if (name === 'restore') return restore(first, second, { isForced: third === 'force', now: new Date() });
  throw new Error(`unknown command ${name}`);
}

try {
  process.stdout.write(`${await result()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
