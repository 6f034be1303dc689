/**
 * What a fresh clone needs before anything else can run. Plain JavaScript without dependencies: the machine's own Node
 * runs it, while everything after it runs on the Node that the package brings.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const OLDEST_NODE = 18;

/** The environment for tools of this project: its own Node and commands come first. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: [bin, process.env.PATH].filter(Boolean).join(delimiter),
  ...extra,
});

const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command quietly; when it fails, its output is shown whole and the process ends. */
function step(title, command, args) {
  say(title);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: toolEnv(),
    encoding: 'utf8',
  });
  if (status === 0) return;
  say(`${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}`);
  say(`This step failed: ${title}`);
  process.exit(1);
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

/** Installs what the lock file names, if it is not there yet. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    say(`Node ${OLDEST_NODE} or newer is needed to begin with; this is ${process.version}.`);
    process.exit(1);
  }
  const stamp = join(root, 'node_modules', '.installed');
  if (modified(stamp) > newest('package-lock.json', 'package.json')) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  step('Installing packages (once, about a minute)…', npm, [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, '');
}

/** Builds client and server, if a source is newer than the build. */
export function ensureBuilt() {
  const stamp = join(root, 'dist', '.built');
  const sources = [
    'client',
    'server',
    'shared',
    'vite.config.ts',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ];
  if (modified(stamp) > newest(...sources)) return;
  const started = new Date();
  step('Building…', 'vite', ['build', '--logLevel', 'error']);
  step('Compiling the server…', 'tsc', ['-p', 'tsconfig.build.json']);
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

/** Runs a program until it ends, passing on signals; resolves to its exit code. */
export function run(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: root, env: toolEnv(extra), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
