/** `npm run chaos -- --faults 1300 --seed 7`: breaks connections for ten minutes, then compares everything; exits 1 on a violation. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sqliteBackend } from './chaos-backend.ts';
import type { Witness } from './chaos-check.ts';
import { describeFigures } from './chaos-figures.ts';
import { ChaosRig } from './chaos-rig.ts';
import { planStrikes } from './nemesis.ts';

/** Violations that are worth printing. */
const MOST_PRINTED = 50;

const { values } = parseArgs({
  options: { faults: { type: 'string', default: '1300' }, seed: { type: 'string' } },
});
const faults = Number(values.faults);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const print = (text: string) => process.stdout.write(`${text}\n`);

/** Everything that pages sent and heard, one JSON line each. */
function writeHistory(witnesses: readonly Witness[]): string {
  const file = join(tmpdir(), `color-clues-history-${seed}.jsonl`);
  const lines = witnesses.flatMap(({ name, id, log }) =>
    log.steps.map((step) => JSON.stringify({ name, person: id, ...step })),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
}

const rig = await ChaosRig.start({ backend: await sqliteBackend(), seed, chatters: 8, tables: 2 });
const lines = rig.proxy.lines.length;
const plan = planStrikes({ seed, faults, lines, everyMs: 250, longestMs: 10_000, unfairShare: 0.1 });
print(`seed ${seed}, ${faults} faults, ${lines} clients; limits per address and person are raised`);
try {
  const start = performance.now();
  rig.act();
  const { violations, figures, witnesses } = await rig.finish(await rig.strike(plan));
  print(`took          ${Math.round((performance.now() - start) / 1_000)} s`);
  print(describeFigures(figures));
  print(`violations    ${violations.length}`);
  if (violations.length > 0) {
    print(violations.slice(0, MOST_PRINTED).join('\n'));
    print(`The history is in ${writeHistory(witnesses)}; the plan follows from the seed`);
    process.exitCode = 1;
  }
} catch (error) {
  print(`${(error as Error).stack}\nThe plan follows from the seed`);
  process.exitCode = 1;
} finally {
  await rig.destroy();
}
