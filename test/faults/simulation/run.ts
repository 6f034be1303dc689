import { Course, NAMES } from './course.ts';
import { during } from './during.ts';
import { planFaults, type Strike } from './faults.ts';
import { simulate } from './globals.ts';
import { judge, PATIENCE_MS } from './judge.ts';
import type { PageModules, ServerModules } from './realms.ts';
import { Scheduler } from './scheduler.ts';
import { PROCESSES, World } from './world.ts';

/** What became of one seed. */
export interface Outcome {
  readonly seed: number;
  /** What is wrong, in words. */
  readonly violations: readonly string[];
  /** A name for everything that happened: the same whenever this seed is run. */
  readonly digest: string;
  /** Entries that were stored. */
  readonly entries: number;
  /** Commands that were acknowledged. */
  readonly acknowledged: number;
  /** How long it took, in its own time. */
  readonly virtualMs: number;
  /** What went wrong on the way, in order. */
  readonly faults: readonly string[];
}

/** The modules that runs take turns with. */
export interface Realms {
  readonly servers: readonly ServerModules[];
  readonly pages: readonly PageModules[];
}

/** How long people act after the last fault has begun, ms. */
const AFTERWARDS_MS = 3_000;

/** Runs one seed. @param print is given every line of the trace */
export async function runSeed(
  seed: number,
  realms: Realms,
  print: ((line: string) => void) | null = null,
): Promise<Outcome> {
  const scheduler = new Scheduler(seed, print);
  simulate(scheduler);
  const plan: Strike[] = [];
  let judged = { violations: [] as readonly string[], entries: 0, acknowledged: 0 };
  try {
    const world = await World.open(scheduler, NAMES, realms.servers);
    const course = new Course(world, realms.pages);
    judged = await judge(world, course, await courseOf(world, course, plan));
  } catch (error) {
    judged = { ...judged, violations: [`${(error as Error).stack}`] };
  } finally {
    for (const { forgetSession } of realms.pages) forgetSession();
    simulate(null);
  }
  const faults = plan.map(({ fault }) => (fault.type === 'store' ? `store ${fault.mood}` : fault.type));
  return { seed, ...judged, digest: scheduler.digest(), virtualMs: scheduler.now, faults };
}

/** A run from its beginning to where all have come to rest. */
async function courseOf(world: World, course: Course, plan: Strike[]): Promise<string[]> {
  const { scheduler } = world;
  await scheduler.run(1_500);
  if ((await during(scheduler, course.begin(), 10_000)) === 'late') return ['nobody could begin'];
  await scheduler.run(1_000);
  plan.push(...planFaults(scheduler.world.rng, PROCESSES, NAMES.length));
  for (const strike of plan) scheduler.after(scheduler.world, strike.atMs, () => world.strike(strike));
  const lastMs = Math.max(...plan.map(({ atMs }) => atMs));
  const healedMs = Math.max(...plan.map(({ atMs, forMs }) => atMs + forMs));
  await scheduler.run(lastMs + AFTERWARDS_MS);
  const rest = course.rest();
  const isLate = (await during(scheduler, rest, healedMs - lastMs + PATIENCE_MS)) === 'late';
  return isLate ? ['somebody waits for an answer, or for a connection, long after the last fault'] : [];
}
