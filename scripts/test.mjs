/**
 * `npm test`: installs what is missing, then types, lint, build and every test. `npm test -- unit net` runs only those
 * projects. The last line is always `N passed, N failed`, also when nothing could run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, toolEnv } from './steps.mjs';

const PROJECTS = ['unit', 'contract', 'net', 'e2e'];
const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types without a platform (shared)', 'tsc', ['-p', 'shared/tsconfig.json']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
];
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** How much of a test runner's output is repeated when it fails by itself, characters. */
const TAIL = 4_000;

let passed = 0;
const failures = [];
const count = (name, isGood, output = '') => {
  if (isGood) passed++;
  else failures.push({ name, output });
};

/** Counts a step as one check; it fails by throwing. */
function attempt(name, action) {
  try {
    action();
    count(name, true);
    return true;
  } catch (error) {
    count(name, false, error.message);
    return false;
  }
}

/** Runs a command quietly; throws what it printed when it fails. */
function call(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: toolEnv({ FORCE_COLOR: '0' }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
}

/** Browser tests need a Chromium: Debian's own is installed when that is allowed. */
function ensureChromium() {
  if ([process.env.CHROMIUM_PATH, ...BROWSERS].some((path) => path && existsSync(path))) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium…');
    call('apt-get', ['update', '-qq']);
    call('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    return;
  }
  throw new Error(
    'Chromium is missing. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  );
}

/** Runs a command, shows its output as it comes, and keeps the end of it. */
function show(command, args) {
  const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let tail = '';
  const pass = (from, to) =>
    from.setEncoding('utf8').on('data', (text) => {
      to.write(text);
      tail = (tail + text).slice(-TAIL);
    });
  pass(child.stdout, process.stdout);
  pass(child.stderr, process.stderr);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, tail: error.message }));
    child.once('close', (status) => resolve({ status, tail }));
  });
}

/** The results by file that a run left behind; none when it did not come to its end. */
function resultsIn(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return [];
  }
}

/** Runs one project and counts its tests. A test that did not run is a failed one. */
async function runProject(project, folder) {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status, tail } = await show('vitest', ['run', '--project', project, ...reporters]);
  const before = failures.length;
  const results = resultsIn(report);
  for (const file of results) {
    for (const test of file.assertionResults) {
      const output = (test.failureMessages ?? []).join('\n') || `It is ${test.status}.`;
      count(`${project}: ${test.fullName}`, test.status === 'passed', output);
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      count(`${project}: ${file.name.slice(root.length)}`, false, file.message);
    }
  }
  // A crash, an error outside of every test, a project without tests: no test of the report stands for it.
  if (failures.length === before && (status !== 0 || results.length === 0)) {
    count(`${project}: the test runner itself`, false, `It ended with ${status}.\n${tail}`);
  }
}

async function main(wanted) {
  const unknown = wanted.filter((name) => !PROJECTS.includes(name));
  if (unknown.length > 0) {
    const known = PROJECTS.join(', ');
    return count('arguments', false, `There is no test project ${unknown.join(', ')}. There are ${known}.`);
  }
  try {
    ensureInstalled();
  } catch (error) {
    return count('installation', false, error.message);
  }
  const isWhole = wanted.length === 0;
  const projects = isWhole ? PROJECTS : wanted;
  const checks = CHECKS.map(([name, command, args]) => [name, () => call(command, args)]);
  if (projects.includes('e2e')) checks.push(['build', ensureBuilt], ['a browser', ensureChromium]);
  for (const [name, action] of isWhole ? checks : checks.slice(CHECKS.length)) {
    console.log(`${attempt(`check: ${name}`, action) ? 'ok  ' : 'FAIL'} ${name}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-test-'));
  try {
    for (const project of projects) {
      console.log(`\n— ${project}`);
      await runProject(project, folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  count('the tests as a whole', false, error.stack);
}
for (const { name, output } of failures) console.log(`\nFAILED ${name}\n${output}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
