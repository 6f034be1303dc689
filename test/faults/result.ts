import { availableParallelism } from 'node:os';
import type { Measure } from './measure.ts';
import { isPassed, type Order, type Scenario } from './scenario.ts';

/** What one scenario came to, as it is kept. */
export interface ScenarioResult {
  readonly name: string;
  readonly promise: string;
  readonly how: string;
  readonly seed: number;
  readonly seconds: number;
  readonly isPassed: boolean;
  readonly measures: readonly Measure[];
  readonly violations: readonly string[];
}

/** A run, as it is kept in `docs/data/reliability.json`. */
export interface RunResult {
  /** Of the machine: cores, and the version of Node. */
  readonly cores: number;
  readonly node: string;
  readonly scenarios: readonly ScenarioResult[];
}

/** Violations that are worth keeping. */
const MOST_KEPT = 50;

/** Runs a scenario; one that throws has failed, with what it threw. */
export async function resultOf(scenario: Scenario, order: Order): Promise<ScenarioResult> {
  const { name, promise, how } = scenario;
  const start = performance.now();
  const found = await scenario
    .run(order)
    .catch((error: Error) => ({ measures: [], violations: [`did not come to its end: ${error.stack}`] }));
  return {
    ...{ name, promise, how, seed: order.seed, seconds: Math.round((performance.now() - start) / 1_000) },
    isPassed: isPassed(found),
    measures: found.measures,
    violations: found.violations.slice(0, MOST_KEPT),
  };
}

/** Puts new results in the place of older ones of the same scenarios; in the order of `names`. */
export function merged(
  before: RunResult | null,
  now: readonly ScenarioResult[],
  names: readonly string[],
): RunResult {
  const all = new Map([...(before?.scenarios ?? []), ...now].map((each) => [each.name, each]));
  return {
    cores: availableParallelism(),
    node: process.version,
    scenarios: names.flatMap((name) => all.get(name) ?? []),
  };
}
