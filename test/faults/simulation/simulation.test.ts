import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import type { Outcome } from './run.ts';
import { runSeeds, type Wanted } from './seeds.ts';

const SEEDS = 200;
/** A broken product that gets through so many seeds was not noticed. */
const MOST = 60;

async function all(wanted: Wanted): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of runSeeds(wanted)) outcomes.push(outcome);
  return outcomes;
}

describe('the simulation', () => {
  it(`finds nothing wrong in ${SEEDS} seeds, in which something happens`, async () => {
    const outcomes = await all({ from: 1, count: SEEDS });
    const failed = outcomes.filter(({ violations }) => violations.length > 0);
    // Again: npm run simulate -- --seed N --trace
    expect(failed.map(({ seed, violations }) => [seed, ...violations])).toEqual([]);
    expect(new Set(outcomes.flatMap(({ faults }) => faults)).size).toBeGreaterThan(10);
    expect(outcomes.filter(({ acknowledged }) => acknowledged > 40).length).toBeGreaterThan(0.9 * SEEDS);
  });

  it('runs a seed in the same way whenever it is run, to the last byte', async () => {
    const [, second, third] = await all({ from: 7, count: 3 });
    const [alone] = await all({ from: 8, count: 1 });
    expect(alone).toEqual(second);
    expect(third?.digest).not.toBe(second?.digest);
  });

  it('tells what happens in a seed', async () => {
    const lines: string[] = [];
    await all({ from: 1, count: 1, print: (line) => lines.push(line) });
    expect(lines.join('\n')).toMatch(/fault .*[\s\S]*entries\.append/);
  });

  it.each(Object.entries(MUTANTS))('notices %s', async (mutant) => {
    for await (const { violations } of runSeeds({ from: 1, count: MOST, mutant })) {
      if (violations.length > 0) return;
    }
    expect.unreachable(`nothing was wrong in ${MOST} seeds`);
  });
});
