/**
 * `npm test`: installs what is missing, then types, lint, build and every test. `npm test -- unit net` runs only those
 * projects. The last line is always `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
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

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PROJECTS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no test project ${unknown.join(', ')}. There are ${PROJECTS.join(', ')}.`);
  process.exit(1);
}

let passed = 0;
const failures = [];
const count = (name, isGood, output = '') => {
  if (isGood) passed++;
  else failures.push({ name, output });
};
const call = (command, args) =>
  spawnSync(command, args, {
    cwd: root,
    env: toolEnv({ FORCE_COLOR: '0' }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });

/** Browser tests need a Chromium: Debian's own is installed when that is allowed. */
function ensureChromium() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  if (known.some((path) => path && existsSync(path))) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium…');
    call('apt-get', ['update', '-qq']);
    call('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    if (existsSync('/usr/bin/chromium')) return true;
  }
  return false;
}

/** Runs one project; its results come from the report, its output is shown as it comes. */
function runProject(project, folder) {
  const report = join(folder, `${project}.json`);
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: root, env: toolEnv(), stdio: 'inherit' },
  );
  if (!existsSync(report))
    return count(`${project}: the test runner itself`, false, `It ended with ${status} and left no report.`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const file of testResults) {
    for (const test of file.assertionResults) {
      count(
        `${project}: ${test.fullName}`,
        test.status === 'passed',
        (test.failureMessages ?? []).join('\n'),
      );
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      count(`${project}: ${file.name.slice(root.length)}`, false, file.message);
    }
  }
}

ensureInstalled();
if (wanted.length === 0) {
  for (const [name, command, args] of CHECKS) {
    const { status, stdout, stderr } = call(command, args);
    count(`check: ${name}`, status === 0, `${stdout}${stderr}`);
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  }
}
const projects = wanted.length > 0 ? wanted : PROJECTS;
if (projects.includes('e2e')) {
  ensureBuilt();
  if (!ensureChromium()) {
    count(
      'e2e: a browser',
      false,
      'Chromium is missing. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  }
}
const folder = mkdtempSync(join(tmpdir(), 'color-clues-test-'));
try {
  for (const project of projects) {
    console.log(`\n— ${project}`);
    runProject(project, folder);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const { name, output } of failures) console.log(`\nFAILED ${name}\n${output}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
