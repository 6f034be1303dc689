/** Programs of the machine that tests and the cluster need besides Node, from Debian's packages where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { StepError, step } from './steps.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Installs packages when that is allowed; otherwise says how. @throws StepError */
function installPackages(names, otherwise = '') {
  const all = names.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new StepError(`${all} is missing. Install it (Debian: apt-get install ${all})${otherwise}.`);
  }
  step(`Looking for ${all}…`, 'apt-get', ['update', '-qq']);
  step(`Installing ${all}…`, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

/** Some are installed where other people's `PATH` does not lead. */
const answers = (program, flag) =>
  [program, `/usr/sbin/${program}`].some((path) => spawnSync(path, [flag]).status === 0);

export function ensureChromium() {
  if ([process.env.CHROMIUM_PATH, ...BROWSERS].some((path) => path && existsSync(path))) return;
  installPackages(['chromium'], ', or set CHROMIUM_PATH');
}

/** Several processes find each other through Redis. */
export function ensureRedis() {
  if (!answers('redis-server', '--version')) installPackages(['redis-server']);
}

/** Alerts are tried by the program that rings them. */
export function ensurePrometheus() {
  if (!['prometheus', 'promtool'].every((program) => answers(program, '--version')))
    installPackages(['prometheus']);
}

/** A process whose clock is wrong. */
export function ensureFaketime() {
  if (!answers('faketime', '--version')) installPackages(['faketime']);
}

/** Several processes have one address through nginx. */
export function ensureNginx() {
  if (!answers('nginx', '-v')) installPackages(['nginx']);
}

/** Other proxies that there are configurations for. */
export function ensureProxies() {
  const wanted = { haproxy: '-v', caddy: 'version' };
  const missing = Object.keys(wanted).filter((name) => !answers(name, wanted[name]));
  if (missing.length > 0) installPackages(missing);
}
