/**
 * `npm test`: installs what is missing, then types, lint, build and every test. `npm test -- unit net` runs only those
 * projects. The last line is always `N passed, N failed`, also when nothing could run; the one before it says which
 * database the mongoose backend was tested on, if it was to be.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, toolEnv } from './steps.mjs';

const PROJECTS = ['unit', 'contract', 'net', 'processes', 'mongo', 'e2e'];
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
/** What has to be said right before the last line. */
const notes = [];
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

/** Installs one of Debian's packages when that is allowed; otherwise says how. */
function installPackage(name, otherwise) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`${name} is missing. Install it (Debian: apt-get install ${name})${otherwise}.`);
  }
  console.log(`Installing ${name}…`);
  call('apt-get', ['update', '-qq']);
  call('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

function ensureChromium() {
  if ([process.env.CHROMIUM_PATH, ...BROWSERS].some((path) => path && existsSync(path))) return;
  installPackage('chromium', ', or set CHROMIUM_PATH');
}

/** Several processes find each other through Redis; tests start one of their own. */
function ensureRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) installPackage('redis-server', '');
}

/** Runs a command, shows its output as it comes, and keeps the end of it. */
function show(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, env: toolEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Runs one project, or some of its files, and counts its tests. A test that did not run is a failed one. */
async function runProject(project, folder, { files = [], env = {} } = {}) {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status, tail } = await show('vitest', ['run', '--project', project, ...reporters, ...files], env);
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

/** Finds or builds a database for the mongoose backend; throws when the search itself fails. */
function findMongo() {
  const { status, stdout, error } = spawnSync('node', ['scripts/mongo.ts'], {
    cwd: root,
    env: toolEnv(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(error?.message ?? `scripts/mongo.ts ended with ${status}`);
  return JSON.parse(stdout);
}

/** The mongoose backend, on the database that can be had. Where none can, its tests count as nothing, and a note says so. */
async function runMongo(folder) {
  let found;
  try {
    found = findMongo();
  } catch (error) {
    notes.push('mongoose: NOT TESTED, because the search for a database failed');
    return count('mongo: a database', false, error.message);
  }
  const { given, program, reason } = found;
  if (!given && !program) return notes.push(`mongoose: NOT TESTED, because ${reason}`);
  // Only a server of our own may be killed.
  const files = program ? [] : ['test/contract'];
  await runProject('mongo', folder, { files, env: { TEST_MONGO: JSON.stringify(found) } });
  const kills = program
    ? `its crash tests on ${program.name}`
    : `its crash tests NOT AT ALL, because ${reason}`;
  notes.push(`mongoose was tested on ${given ? `${given.name}, ${kills}` : program.name}`);
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
  if (projects.includes('processes')) checks.push(['a build', ensureBuilt], ['a Redis', ensureRedis]);
  if (projects.includes('e2e')) checks.push(['build', ensureBuilt], ['a browser', ensureChromium]);
  for (const [name, action] of isWhole ? checks : checks.slice(CHECKS.length)) {
    console.log(`${attempt(`check: ${name}`, action) ? 'ok  ' : 'FAIL'} ${name}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-test-'));
  try {
    for (const project of projects) {
      console.log(`\n— ${project}`);
      if (project === 'mongo') await runMongo(folder);
      else await runProject(project, folder);
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
console.log(['', ...notes, `${passed} passed, ${failures.length} failed`].join('\n'));
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
