/** Programs of the machine that tests and the cluster need besides Node, from Debian's packages where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { StepError, step } from './steps.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Installs a package when that is allowed; otherwise says how. @throws StepError */
function installPackage(name, otherwise = '') {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new StepError(`${name} is missing. Install it (Debian: apt-get install ${name})${otherwise}.`);
  }
  step(`Looking for ${name}…`, 'apt-get', ['update', '-qq']);
  step(`Installing ${name}…`, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

const answers = (program, flag) => spawnSync(program, [flag]).status === 0;

export function ensureChromium() {
  if ([process.env.CHROMIUM_PATH, ...BROWSERS].some((path) => path && existsSync(path))) return;
  installPackage('chromium', ', or set CHROMIUM_PATH');
}

/** Several processes find each other through Redis. */
export function ensureRedis() {
  if (!answers('redis-server', '--version')) installPackage('redis-server');
}

/** A process whose clock is wrong. */
export function ensureFaketime() {
  if (!answers('faketime', '--version')) installPackage('faketime');
}

/** Several processes have one address through nginx. It is installed where other people's `PATH` does not lead. */
export function ensureNginx() {
  if (['nginx', '/usr/sbin/nginx'].some((program) => answers(program, '-v'))) return;
  installPackage('nginx');
}
