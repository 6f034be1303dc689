/**
 * What a fresh clone needs before anything else can run. Plain JavaScript without dependencies: the machine's own Node
 * runs it, while everything after it runs on the Node that the package brings.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
/** The oldest Node that can do these first steps, as in `engines` of package.json. */
const OLDEST_NODE = [20, 10];

/** What a shell adds to the number of the signal that ended a program. */
const SIGNAL_CODE = 128;

/** The environment for tools of this project: its own Node and commands come first. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: [bin, process.env.PATH].filter(Boolean).join(delimiter),
  ...extra,
});

const say = (text) => process.stderr.write(`${text}\n`);

/** A step that could not be done; the message says which, with all that its command printed. */
export class StepError extends Error {}

/** Runs a command quietly; throws a `StepError` when it fails. */
export function step(title, command, args) {
  say(title);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: toolEnv(),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return;
  throw new StepError(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\nThis step failed: ${title}`);
}

/** Does steps one after the other; the first that fails is shown whole and ends the process. */
export function prepare(...steps) {
  try {
    for (const each of steps) each();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The time of the newest file below some folders. */
function newest(...paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    if (!statSync(full).isDirectory()) latest = Math.max(latest, modified(full));
    else for (const name of readdirSync(full)) latest = Math.max(latest, newest(join(path, name)));
  }
  return latest;
}

/** Installs what the lock file names, if that is not what was installed last. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new StepError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}.`);
  }
  // npm writes this file when an installation is complete, whoever asked for it.
  const installed = modified(join(root, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= newest('package-lock.json')) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  step('Installing packages (once, about a minute)…', npm, [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

/** Builds client and server, if a source is newer than the build. */
export function ensureBuilt() {
  const sources = [
    'client',
    'server',
    'shared',
    'scripts/slim-phaser.ts',
    'scripts/slim-sdk.ts',
    'vite.config.ts',
    'vite.operate.config.ts',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ];
  unlessNewer(join('dist', '.built'), sources, () => {
    step('Building…', 'vite', ['build', '--logLevel', 'error']);
    step('Building the page for operators…', 'vite', [
      ...['build', '--logLevel', 'error'],
      ...['--config', 'vite.operate.config.ts'],
    ]);
    step('Compiling the server…', 'tsc', ['-p', 'tsconfig.build.json']);
  });
}

/** Compiles what the load test starts besides the product, and what it loads into it. */
export function ensureLoadtestBuilt() {
  const sources = ['loadtest', 'shared', 'test/bench', 'tsconfig.json', 'tsconfig.build.json'];
  unlessNewer(join('dist', 'loadtest', '.built'), sources, () =>
    step('Compiling the load test…', 'tsc', ['-p', 'loadtest/tsconfig.json']),
  );
}

/** Builds something, unless its stamp is newer than all that it is made of. */
function unlessNewer(file, sources, build) {
  const stamp = join(root, file);
  if (modified(stamp) > newest(...sources)) return;
  const started = new Date();
  build();
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

/** How often npm is looked for, ms: it has no channel to this process that would break when it is killed. */
const LOOK_MS = 300;

/** Calls back when npm, if it started this process, is gone. */
function onNpmGone(gone) {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    gone();
  }, LOOK_MS);
  timer.unref();
}

/** How long files must be quiet before the program is started anew, ms: an editor writes several at once. */
const QUIET_MS = 200;

/**
 * Runs a Node program until it ends; resolves to its exit code, as a shell counts it. It ends when this process or npm
 * is told to; by the channel to it also when one of them is killed. It is started anew when a file below one of the
 * folders `watched` changes, also when it has ended by itself.
 */
export function run(args, extra = {}, watched = []) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  return new Promise((resolve) => {
    let child = null;
    let isStopping = false;
    let isChanged = false;
    let timer = null;
    const start = () => {
      isChanged = false;
      child = spawn('node', args, { cwd: root, env: toolEnv(extra), stdio });
      child.once('error', (error) => {
        say(error.message);
        resolve(1);
      });
      child.once('exit', (code, signal) => {
        child = null;
        if (watched.length === 0 || isStopping) resolve(code ?? SIGNAL_CODE + constants.signals[signal]);
        else if (isChanged) start();
      });
    };
    const stop = (signal) => {
      isStopping = true;
      if (child) child.kill(signal);
      else resolve(0);
    };
    const restart = () => {
      isChanged = true;
      if (child) child.kill('SIGTERM');
      else start();
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isStopping || restart(), QUIET_MS);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));
    onNpmGone(() => stop('SIGTERM'));
    for (const folder of watched) watch(join(root, folder), { recursive: true }, changed);
    start();
  });
}
