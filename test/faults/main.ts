/** `npm run faults`: breaks everything that can break, and says what came of it; exits 1 when a promise is not kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isKept, type Measure } from './measure.ts';
import { pageOf } from './page.ts';
import { merged, type RunResult, resultOf, type ScenarioResult } from './result.ts';
import { shortRun, wholeRun } from './scenarios/index.ts';

const root = new URL('../../', import.meta.url);
const DATA = fileURLToPath(new URL('docs/data/reliability.json', root));
const PAGE = fileURLToPath(new URL('docs/reliability.md', root));

const print = (text: string) => process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    faults: { type: 'string', default: '240' },
    short: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const all = values.short ? shortRun() : wholeRun(Number(values.faults));
const names = all.map(({ name }) => name);
const wanted = values.only?.split(',') ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0 || !Number.isSafeInteger(seed)) {
  print(
    `There is no scenario ${unknown.join(', ')}. There are ${names.join(', ')}; a seed is a whole number.`,
  );
  process.exit(1);
}

const lineOf = (measure: Measure): string => {
  const { name, value, unit, most, least } = measure;
  const limit = most !== null ? ` (at most ${most})` : least !== null ? ` (at least ${least})` : '';
  return `  ${isKept(measure) ? 'ok  ' : 'FAIL'} ${name}: ${value} ${unit}${limit}`;
};

const results: ScenarioResult[] = [];
for (const scenario of all.filter(({ name }) => wanted.includes(name))) {
  print(`\n${scenario.name}, seed ${seed}: ${scenario.how}`);
  const result = await resultOf(scenario, { seed, say: (text) => print(`    ${text}`) });
  for (const measure of result.measures) print(lineOf(measure));
  for (const violation of result.violations) print(`  WRONG ${violation}`);
  print(`  ${result.isPassed ? 'kept' : 'NOT KEPT'}, ${result.seconds} s`);
  results.push(result);
}

const before: RunResult | null = existsSync(DATA) ? JSON.parse(readFileSync(DATA, 'utf8')) : null;
const write = (file: string, run: RunResult) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
};
if (values.json) write(values.json, merged(null, results, names));
if (values.publish) {
  const run = merged(before, results, names);
  write(DATA, run);
  writeFileSync(PAGE, pageOf(run));
  print('\ndocs/data/reliability.json and docs/reliability.md are written.');
}
const failed = results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
print(failed.length === 0 ? `\nall ${results.length} kept` : `\nnot kept: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
