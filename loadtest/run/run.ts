import { availableParallelism, cpus } from 'node:os';
import type { Trouble } from '../measure/recorder.ts';
import { type Second, Timeline, type Totals } from '../measure/timeline.ts';
import type { Pace, Scenario } from '../scenarios/scenario.ts';
import { Crew } from './crew.ts';
import type { OwnServer } from './own-server.ts';

/** One run of one scenario. */
export interface Plan {
  readonly scenario: Scenario;
  readonly url: string;
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

/** What the server used while it was measured. */
export interface ServerUse {
  /** CPU time of all its threads, ms. */
  readonly cpuMs: number;
  /** CPU in percent of one core. */
  readonly cpu: number;
  readonly rssMb: number;
  /** Memory before anybody came, and at the begin of what was measured. */
  readonly emptyRssMb: number;
  readonly firstRssMb: number;
  readonly lagMs: number;
}

/** Everything that is known after a run. Plain data. */
export interface Outcome {
  readonly scenario: string;
  readonly players: number;
  readonly pace: Pace;
  readonly seed: number;
  readonly workers: number;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** From which to which second was measured, on the clock of `seconds`. */
  readonly window: readonly [from: number, to: number];
  readonly measuredSeconds: number;
  readonly totals: Totals;
  readonly seconds: readonly Second[];
  readonly errors: readonly Trouble[];
  readonly faults: readonly Trouble[];
  /** Null when it gives no figures. */
  readonly server: ServerUse | null;
  /** The busiest worker while it was measured: mean CPU in percent of a core, and its lag at worst. */
  readonly generator: { readonly cpu: number; readonly lagMs: number };
}

const SECOND_MS = 1_000;
/** How often people come in during the ramp, ms. */
const ARRIVAL_STEP_MS = 100;
/** How much longer than the ramp it may take until everybody is in, ms. */
const ARRIVAL_PATIENCE_MS = 60_000;
const MIB = 2 ** 20;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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
  const timeline = new Timeline();
  const startedAt = Date.now();
  const run = startedAt.toString(36).slice(-6);
  const { url, seed, patienceMs, pace, workers } = plan;
  const empty = await server?.sample();
  if (server) server.onSample = (sample) => timeline.takeServer(sample);
  const crew = await Crew.start(workers, { url, scenario: plan.scenario.name, seed, patienceMs, pace, run });
  crew.onSlice = (slice, sample) => timeline.take(slice, sample);
  const { unit } = plan.scenario;
  let step = 'arriving';
  const clock = setInterval(() => onSecond(timeline.tick(crew.came * unit), step), SECOND_MS);
  try {
    await arrive(crew, Math.max(1, Math.round(plan.players / unit)), plan.rampSeconds * SECOND_MS);
    step = 'warming up';
    await pause(plan.warmUpSeconds * SECOND_MS);
    await crew.take('mark');
    const first = await server?.sample();
    timeline.begin();
    const from = timeline.seconds.length;
    step = 'measuring';
    const beganAt = performance.now();
    while (performance.now() - beganAt < plan.seconds * SECOND_MS && !isStopped())
      await pause(Math.min(ARRIVAL_STEP_MS, plan.seconds * SECOND_MS));
    await crew.take('mark');
    const measuredMs = performance.now() - beganAt;
    const last = await server?.sample();
    const to = timeline.seconds.length;
    step = 'coming to rest';
    await crew.take('rest');
    timeline.end();
    step = 'checking';
    await crew.take('check');
    const seconds = timeline.seconds.slice(from, to);
    return {
      scenario: plan.scenario.name,
      players: crew.came * unit,
      pace,
      seed,
      workers,
      startedAt,
      machine: {
        cpu: cpus()[0]?.model ?? 'unknown',
        cores: availableParallelism(),
        node: process.version,
      },
      window: [from, to],
      measuredSeconds: measuredMs / SECOND_MS,
      totals: timeline.totals,
      seconds: timeline.seconds,
      errors: timeline.errors,
      faults: timeline.faults,
      server:
        first && last && empty
          ? {
              cpuMs: last.cpuMs - first.cpuMs,
              cpu: (100 * (last.cpuMs - first.cpuMs)) / measuredMs,
              rssMb: last.rssBytes / MIB,
              emptyRssMb: empty.rssBytes / MIB,
              firstRssMb: first.rssBytes / MIB,
              lagMs: Math.max(0, ...seconds.map((second) => second.server?.lagMs ?? 0)),
            }
          : null,
      generator: {
        cpu: mean(seconds.map(({ generator }) => generator.cpu)),
        lagMs: Math.max(0, ...seconds.map(({ generator }) => generator.lagMs)),
      },
    };
  } finally {
    clearInterval(clock);
    await crew.take('close');
    await crew.stop();
    if (server) server.onSample = () => {};
  }
}

/** Units come in at a steady rate; resolves when all are in, or could not come. */
async function arrive(crew: Crew, units: number, rampMs: number): Promise<void> {
  const beganAt = performance.now();
  let sent = 0;
  while (sent < units) {
    const share = rampMs === 0 ? 1 : (performance.now() - beganAt) / rampMs;
    const due = Math.min(units, Math.ceil(share * units));
    if (due > sent) crew.add(due - sent);
    sent = Math.max(sent, due);
    await pause(ARRIVAL_STEP_MS);
  }
  const end = performance.now() + ARRIVAL_PATIENCE_MS;
  while (crew.coming > 0 && performance.now() < end) await pause(ARRIVAL_STEP_MS);
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
