/**
 * `npm test`: installs what is missing, then types, lint, build and every test. `npm test -- unit net` runs only those
 * projects. The last line is always `N passed, N failed`, also when nothing could run; the one before it says which
 * database the mongoose backend was tested on, if it was to be.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureNginx, ensurePrometheus, ensureProxies, ensureRedis } from './debian.mjs';
import { ensureBuilt, ensureInstalled, ensureLoadtestBuilt, root, toolEnv } from './steps.mjs';

/** The longest first: three run at a time, and the short ones at the end fill what is left. */
const PROJECTS = ['e2e', 'mongo', 'processes', 'net', 'faults', 'contract', 'unit'];
/** How many projects run beside each other. Most of them mostly wait: three keep two cores busy. */
const LANES = 3;
const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types without a platform (shared)', 'tsc', ['-p', 'shared/tsconfig.json']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
];
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

/** Runs a command; hands on what it prints as it comes. Resolves to its exit code, null when it did not run. */
function follow(command, args, { env = {}, onOutput, onError = onOutput }) {
  const child = spawn(command, args, { cwd: root, env: toolEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('utf8').on('data', onOutput);
  child.stderr.setEncoding('utf8').on('data', onError);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      onError(error.message);
      resolve(null);
    });
    child.once('close', resolve);
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
async function runProject(project, folder, write, { files = [], env = {} } = {}) {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  let tail = '';
  const status = await follow('vitest', ['run', '--project', project, ...reporters, ...files], {
    env,
    onOutput: (text) => {
      write(text);
      tail = (tail + text).slice(-TAIL);
    },
  });
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
async function findMongo(write) {
  let [found, said] = ['', ''];
  const status = await follow('node', ['scripts/mongo.ts'], {
    onOutput: (text) => {
      found += text;
    },
    onError: (text) => {
      said += text;
      write(text);
    },
  });
  if (status !== 0) throw new Error(`scripts/mongo.ts ended with ${status}\n${said}`);
  return JSON.parse(found);
}

/** The mongoose backend, on the database that can be had. Where none can, its tests count as nothing, and a note says so. */
async function runMongo(folder, write) {
  let found;
  try {
    found = await findMongo(write);
  } catch (error) {
    notes.push('mongoose: NOT TESTED, because the search for a database failed');
    return count('mongo: a database', false, error.message);
  }
  const { given, program, reason } = found;
  if (!given && !program) return notes.push(`mongoose: NOT TESTED, because ${reason}`);
  // Only a server of our own may be killed.
  const files = program ? [] : ['test/contract'];
  await runProject('mongo', folder, write, { files, env: { TEST_MONGO: JSON.stringify(found) } });
  const kills = program
    ? `its crash tests on ${program.name}`
    : `its crash tests NOT AT ALL, because ${reason}`;
  notes.push(`mongoose was tested on ${given ? `${given.name}, ${kills}` : program.name}`);
}

/** Runs projects in lanes. What one prints is shown in one piece when it is done; that of the only one, as it comes. */
async function runAll(projects, folder) {
  const isAlone = projects.length === 1;
  const waiting = [...projects];
  const lane = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      console.log(isAlone ? `\n— ${project}` : `… ${project}`);
      const startedAt = performance.now();
      let output = '';
      const write = (text) => {
        if (isAlone) process.stdout.write(text);
        else output += text;
      };
      try {
        await (project === 'mongo' ? runMongo(folder, write) : runProject(project, folder, write));
      } catch (error) {
        count(`${project}: the run of it`, false, error.stack);
      }
      if (isAlone) continue;
      console.log(`\n— ${project}, ${Math.round((performance.now() - startedAt) / 1_000)} s\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
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
  const projects = PROJECTS.filter((project) => isWhole || wanted.includes(project));
  const checks = CHECKS.map(([name, command, args]) => [name, () => call(command, args)]);
  const has = (...names) => names.some((name) => projects.includes(name));
  if (has('processes')) checks.push(['a build', ensureBuilt], ['the load test', ensureLoadtestBuilt]);
  if (has('contract', 'faults', 'processes', 'e2e')) checks.push(['a Redis', ensureRedis]);
  if (has('processes')) checks.push(['a Prometheus', ensurePrometheus]);
  if (has('processes', 'e2e')) checks.push(['an nginx', ensureNginx], ['other proxies', ensureProxies]);
  if (has('e2e')) checks.push(['build', ensureBuilt], ['a browser', ensureChromium]);
  for (const [name, action] of isWhole ? checks : checks.slice(CHECKS.length)) {
    console.log(`${attempt(`check: ${name}`, action) ? 'ok  ' : 'FAIL'} ${name}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-test-'));
  try {
    await runAll(projects, folder);
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
