import { availableParallelism, cpus } from 'node:os';
import type { Trouble } from '../measure/recorder.ts';
import { type Second, Timeline, type Totals } from '../measure/timeline.ts';
import type { BusiestWorker } from '../measure/workers-use.ts';
import type { Pace, Scenario } from '../scenarios/scenario.ts';
import { type Arrival, arrive } from './arrival.ts';
import { cpuTimes } from './cpu-times.ts';
import { Crew } from './crew.ts';
import type { Load } from './messages.ts';
import type { OwnServer } from './own-server.ts';
import { heldBy, type ServerEnds, type ServerUse, useOf, watchEmpty } from './server-use.ts';

/** One run of one scenario. */
export interface Plan {
  readonly scenario: Scenario;
  readonly url: string;
  /** Which server is behind it; what people see is compared only where a newcomer can look. */
  readonly speaks: Load['speaks'];
  readonly players: number;
  readonly seconds: number;
  readonly rampSeconds: number;
  readonly warmUpSeconds: number;
  readonly seed: number;
  readonly workers: number;
  readonly pace: Pace;
  /** What is not answered, or not seen by everybody, after this long is lost, ms. */
  readonly patienceMs: number;
}

/** What the generator itself used while it was measured. */
export interface GeneratorUse extends BusiestWorker {
  /** CPU time of all its threads, ms. */
  readonly cpuMs: number;
}

/** So many people at once, and why that was too much; null when it was fine. */
export interface GrowthStep {
  readonly people: number;
  readonly p99Ms: number;
  readonly trouble: string | null;
}

/** Everything that is known after a run. Plain data. */
export interface Outcome {
  readonly scenario: string;
  /** Where it was played. */
  readonly url: string;
  /** Somebody stopped it before its time was over. */
  readonly endedEarly: boolean;
  readonly players: number;
  readonly pace: Pace;
  readonly seed: number;
  readonly workers: number;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** CPU that all programs on this machine used while it was measured, in percent of one core. */
  readonly machineCpu: number;
  /** From which to which second was measured, on the clock of `seconds`. */
  readonly window: readonly [from: number, to: number];
  readonly measuredSeconds: number;
  readonly totals: Totals;
  readonly seconds: readonly Second[];
  readonly errors: readonly Trouble[];
  readonly faults: readonly Trouble[];
  /** What was compared at the end, and how often. */
  readonly checks: Readonly<Record<string, number>>;
  /** With more and more people: what each step showed; else empty. What is told of all else is the last good one. */
  readonly steps: readonly GrowthStep[];
  /** Null when it gives no figures. */
  readonly server: ServerUse | null;
  readonly generator: GeneratorUse;
  readonly arrival: Arrival;
}

const SECOND_MS = 1_000;
/** How long after a second the workers may tell of it, ms: each of them has one of its own in each second. */
const TELL_MS = 200;
/** How often it is looked whether something is due, ms. */
const STEP_MS = 100;
/** People who come within a second when there are to be more and more. */
const GROWTH_PER_SECOND = 60;
/** What went wrong when a server of our own is gone before it was stopped: nothing can go on. */
export const SERVER_ENDED = 'the server ended';
/** Letters that tell this run from others. */
const RUN_LETTERS = 6;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What was measured between two moments. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly ms: number;
  readonly totals: Totals;
  /** Null when the server gives no figures. */
  readonly server: ServerEnds | null;
  readonly generator: GeneratorUse;
  readonly machineCpu: number;
  readonly arrival: Arrival;
}

/**
 * Lets everybody come, play, rest, and compares what they see.
 * @param server null when it is not ours
 * @param onSecond called each second, for who looks on
 * @param isStopped what is measured ends early when this is true
 */
export async function run(
  plan: Plan,
  server: OwnServer | null,
  onSecond: (second: Second, step: string) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<Outcome> {
  const { scenario, players, url, speaks, seed, patienceMs, pace, workers } = plan;
  const { unit, growth } = scenario;
  const timeline = new Timeline();
  const startedAt = Date.now();
  const run = startedAt.toString(36).slice(-RUN_LETTERS);
  let hasEnded = false;
  const isOver = () => hasEnded || isStopped();
  const empty = server && (await watchEmpty(server, scenario.emptySeconds ?? 0));
  if (server) {
    server.onSample = (sample) => timeline.takeServer(sample);
    server.onEnd = (output) => {
      hasEnded = true;
      timeline.error(SERVER_ENDED, output.trim() || 'it printed nothing');
    };
  }
  const crew = await Crew.start(workers, {
    url,
    scenario: scenario.name,
    speaks,
    players,
    seed,
    patienceMs,
    pace,
    run,
  });
  crew.onSlice = (slice, sample) => timeline.take(slice, sample);
  let step = 'arriving';
  let closing: NodeJS.Timeout | undefined;
  const clock = setInterval(() => {
    crew.tell();
    closing = setTimeout(() => onSecond(timeline.tick(crew.came * unit), step), TELL_MS);
  }, SECOND_MS);

  /** Those who are here go on for so long; not when nobody is, or somebody ends the run. */
  const wait = async (seconds: number): Promise<void> => {
    const end = performance.now() + seconds * SECOND_MS;
    while (performance.now() < end && crew.came > 0 && !isOver()) await pause(STEP_MS);
  };

  /** What the server holds; null when that is not judged. */
  const held = async () => (server && scenario.watchesMemory ? heldBy(server) : null);

  /** Some more come, settle, and are measured. */
  const measure = async (people: number, rampMs: number): Promise<Window> => {
    step = 'arriving';
    const units = Math.max(1, Math.round(people / unit));
    const arrival = await arrive(crew, units, unit, rampMs, isOver);
    step = 'warming up';
    await wait(plan.warmUpSeconds);
    const heldBytes = await held();
    await crew.take('mark');
    const first = await server?.sample();
    timeline.begin();
    const from = timeline.seconds.length;
    step = 'measuring';
    const beganAt = performance.now();
    const before = cpuTimes();
    await wait(plan.seconds);
    await crew.take('mark');
    const ms = performance.now() - beganAt;
    const after = cpuTimes();
    const generator = { ...timeline.generator, cpuMs: after.own - before.own };
    const machineCpu = (100 * (after.machine - before.machine)) / ms;
    const last = await server?.sample();
    const to = timeline.seconds.length;
    const ends = first && last ? { first, last, heldBytes, ms } : null;
    return { from, to, ms, totals: timeline.totals, server: ends, generator, machineCpu, arrival };
  };

  try {
    let best = await measure(players, plan.rampSeconds * SECOND_MS);
    const steps: GrowthStep[] = [];
    for (let window = best; growth; ) {
      const here = crew.came * unit;
      const trouble = troubleOf(window, timeline, scenario, growth.p99Ms);
      steps.push({ people: here, p99Ms: slowest(window.totals, scenario), trouble });
      if (trouble !== null || isOver()) break;
      best = window;
      const more = Math.ceil(here * (growth.factor - 1));
      window = await measure(more, (more / GROWTH_PER_SECOND) * SECOND_MS);
    }
    const endedEarly = isStopped();
    step = 'coming to rest';
    await crew.take('rest');
    timeline.end();
    // What was due and never begun is told only now.
    const totals = growth ? best.totals : timeline.totals;
    step = 'checking';
    if (speaks === 'protocol') await crew.take('check');
    const heldBytes = await held();
    const seconds = timeline.seconds.slice(best.from, best.to);
    return {
      scenario: scenario.name,
      url,
      endedEarly,
      players: crew.came * unit,
      pace,
      seed,
      workers,
      startedAt,
      machine: thisMachine(),
      machineCpu: best.machineCpu,
      window: [best.from, best.to],
      measuredSeconds: best.ms / SECOND_MS,
      totals,
      seconds: timeline.seconds,
      errors: timeline.errors,
      faults: timeline.faults,
      checks: timeline.checks,
      steps,
      server: best.server && empty ? useOf(best.server, heldBytes, empty, seconds) : null,
      generator: best.generator,
      arrival: best.arrival,
    };
  } finally {
    clearInterval(clock);
    clearTimeout(closing);
    await crew.take('close');
    await crew.stop();
    if (server) {
      server.onSample = () => {};
      server.onEnd = () => {};
    }
  }
}

/** What everything runs on. */
export const thisMachine = (): Outcome['machine'] => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
});

/** The greatest p99 of the operations that a scenario is about, ms. */
const slowest = ({ took }: Totals, { headline }: Scenario): number =>
  Math.max(0, ...headline.map((name) => took[name]?.p99Ms ?? 0));

/** Why a step of growth was too much; null when it was fine. */
function troubleOf(window: Window, timeline: Timeline, scenario: Scenario, p99Ms: number): string | null {
  const { totals, arrival } = window;
  const [error] = timeline.errors;
  if (error) return `something did not work: ${error.kind}`;
  if (arrival.came < arrival.planned) return `${arrival.planned - arrival.came} people could not come in`;
  const took = slowest(totals, scenario);
  return took > p99Ms ? `p99 was ${took.toFixed(0)} ms` : null;
}
