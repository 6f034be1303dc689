/**
 * `npm run simulate -- --seeds 10000`: runs seeds of the simulation, and says which of them fail, and how to see why.
 * `--seed 17 --trace` runs one and prints everything that happened; `--mutant NAME` breaks the product first.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants.ts';
import type { Outcome } from './run.ts';
import { runSeeds } from './seeds.ts';

/** Seeds of one process: modules are loaded once for all of them, and what they leave in memory goes with it. */
const CHUNK = 100;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    trace: { type: 'boolean', default: false },
    mutant: { type: 'string' },
  },
});
const { mutant } = values;
if (mutant !== undefined && !Object.hasOwn(MUTANTS, mutant)) {
  throw new Error(`There is no mutant ${mutant}. There are ${Object.keys(MUTANTS).join(', ')}.`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const totals = {
  seeds: 0,
  failed: 0,
  entries: 0,
  acknowledged: 0,
  virtualMs: 0,
  faults: {} as Record<string, number>,
};

function tell({ seed, violations, entries, acknowledged, virtualMs, digest, faults }: Outcome): void {
  totals.seeds++;
  totals.entries += entries;
  totals.acknowledged += acknowledged;
  totals.virtualMs += virtualMs;
  for (const fault of faults) totals.faults[fault] = (totals.faults[fault] ?? 0) + 1;
  if (count === 1) say(`seed ${seed}: ${digest}`);
  if (violations.length === 0) return;
  totals.failed++;
  say(`seed ${seed} fails:\n  ${violations.slice(0, 10).join('\n  ')}`);
  say(`  again: npm run simulate -- --seed ${seed} --trace${mutant ? ` --mutant ${mutant}` : ''}`);
}

const chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, index) => ({
  from: first + index * CHUNK,
  count: Math.min(CHUNK, count - index * CHUNK),
}));
const lane = async (): Promise<void> => {
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    const print = values.trace ? { print: say } : {};
    for await (const outcome of runSeeds({ ...chunk, ...(mutant && { mutant }), ...print })) {
      tell(outcome);
      // Once is enough to know that it is noticed.
      if (mutant && totals.failed > 0) return;
    }
  }
};
const began = performance.now();
await Promise.all(Array.from({ length: Number(values.jobs) }, lane));
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
const hours = (totals.virtualMs / 3_600_000).toFixed(1);
say(
  `${totals.seeds} seeds, ${totals.failed} failed: ${hours} hours in ${seconds} s, ${totals.acknowledged} commands acknowledged, ${totals.entries} entries stored`,
);
say(
  Object.entries(totals.faults)
    .map(([fault, times]) => `${fault} ${times}`)
    .join(', '),
);
process.exitCode = totals.failed > 0 ? 1 : 0;
