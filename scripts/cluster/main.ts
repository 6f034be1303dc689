import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { announce } from '../../server/http/announce.ts';
import { listenError, wordsFor } from '../../server/start/errors.ts';
import { onStop } from '../../server/start/stop.ts';
import { Cluster } from './cluster.ts';
import { askToRoll, listenForCommands } from './control.ts';

const USAGE = 'Usage: npm run start:cluster -- [--processes <number>] [--roll]';
const MOST_PROCESSES = 64;
const PROGRAM = ['dist/server/server/index.js'];

const { HOST: host = '127.0.0.1', PORT = '2567', DATA_DIR = 'data' } = process.env;
const port = Number(PORT);
const folder = join(resolve(DATA_DIR), 'cluster');

interface Wishes {
  readonly processes: number;
  readonly isRoll: boolean;
}

/** Null when they are not understood. */
function readArguments(): Wishes | null {
  const options = { processes: { type: 'string' }, roll: { type: 'boolean' } } as const;
  try {
    const { processes, roll = false } = parseArgs({ options }).values;
    const count = processes === undefined ? availableParallelism() : Number(processes);
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_PROCESSES;
    return isCount ? { processes: count, isRoll: roll } : null;
  } catch {
    return null;
  }
}

const fail = (words: string): never => {
  process.stderr.write(`\n  ${words.replaceAll('\n', '\n  ')}\n\n`);
  return process.exit(1);
};

async function roll(): Promise<void> {
  const tell = (text: string) => void process.stdout.write(text);
  const isDone = await askToRoll(folder, tell).catch(() =>
    fail(`No cluster runs on the folder ${folder}. Start one with npm run start:cluster.`),
  );
  if (!isDone) process.exitCode = 1;
}

async function start(processes: number): Promise<void> {
  const say = (text: string) => {
    // Each of them says where it listens; that is nobody's business.
    const lines = text.split('\n').filter((line) => line !== '' && !/^ {2}Color Clues is ready/.test(line));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  };
  let isOver = false;
  const starting = Cluster.start({ processes, program: PROGRAM, env: process.env, host, port, folder, say });
  onStop(async () => {
    isOver = true;
    const cluster = await starting.catch(() => null);
    await cluster?.stop();
    process.exit(0);
  });
  const cluster = await starting.catch((error: NodeJS.ErrnoException) =>
    fail(wordsFor(error.syscall === 'listen' ? listenError(error, { host, port }) : error)),
  );
  if (isOver) return;
  listenForCommands(folder, cluster);
  announce({ host, publicUrl: process.env.PUBLIC_URL ?? null }, cluster.url, cluster.port);
  process.stdout.write(
    `  ${processes} processes share it. To replace them one by one: npm run start:cluster -- --roll\n\n`,
  );
}

const wishes = readArguments() ?? fail(USAGE);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail('PORT must be a whole number from 0 to 65535.');
await (wishes.isRoll ? roll() : start(wishes.processes));
