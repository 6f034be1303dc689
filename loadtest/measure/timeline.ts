import type { ServerSample } from '../run/server-probe.ts';
import { Times, type Took } from './histogram.ts';
import type { Slice, Trouble } from './recorder.ts';
import { type BusiestWorker, type WorkerSample, WorkersUse } from './workers-use.ts';

/** What happened within one second of a run. */
export interface Second {
  /** Seconds since the first of them. */
  readonly at: number;
  readonly players: number;
  readonly took: Readonly<Record<string, Took>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly faults: number;
  /** Null when the server gives no figures. CPU in percent of one core. */
  readonly server: { readonly cpu: number; readonly rssMb: number; readonly lagMs: number } | null;
  readonly generator: BusiestWorker;
}

/** Everything between the two ends of what is measured. */
export interface Totals {
  readonly took: Readonly<Record<string, Took>>;
  readonly curves: Readonly<Record<string, Times['curve']>>;
  readonly counts: Readonly<Record<string, number>>;
}

const MIB = 2 ** 20;
/** Between two samples of the server that its CPU is told by, ms. */
const LEAST_MS = 500;
/** The operation of whoever comes in. */
export const COMING = 'join';
/** What is counted while everything is compared. */
const CHECKS: ReadonlySet<string> = new Set(['pictures compared', 'messages compared']);

/** Puts together what workers and server tell: by second for the plots, and in all for the verdict. */
export class Timeline {
  readonly seconds: Second[] = [];
  readonly #errors = new Map<string, Trouble>();
  readonly #faults = new Map<string, Trouble>();
  #second = new Map<string, Times>();
  #secondCounts = new Map<string, number>();
  #secondErrors = 0;
  #secondFaults = 0;
  #workers = new WorkersUse();
  #generator: BusiestWorker = { cpu: 0, lagMs: 0 };
  #server: Second['server'] = null;
  #lastSample: { readonly sample: ServerSample; readonly at: number } | null = null;
  #total = new Map<string, Times>();
  #totalCounts = new Map<string, number>();
  #totalWorkers = new WorkersUse();
  #checks = new Map<string, number>();
  #isMeasuring = false;
  #isOver = false;
  readonly #beganAt = performance.now();

  /** From here on everything counts; that people came in counts from the first of them on. */
  begin(): void {
    this.#isMeasuring = true;
    this.#total = new Map([...this.#total].filter(([name]) => name === COMING));
    this.#totalCounts = new Map();
    this.#totalWorkers = new WorkersUse();
  }

  /** From here on nothing counts any more, except what went wrong. */
  end(): void {
    this.#isMeasuring = false;
    this.#isOver = true;
  }

  take(slice: Slice, sample: WorkerSample): void {
    this.#workers.add(sample);
    this.#totalWorkers.add(sample);
    for (const [name, tookUs] of Object.entries(slice.tookUs)) {
      timesOf(this.#second, name).record(tookUs);
      if (this.#isMeasuring || (name === COMING && !this.#isOver)) timesOf(this.#total, name).record(tookUs);
    }
    for (const [name, count] of Object.entries(slice.counts)) {
      add(this.#secondCounts, name, count);
      if (this.#isMeasuring) add(this.#totalCounts, name, count);
      if (this.#isOver && CHECKS.has(name)) add(this.#checks, name, count);
    }
    for (const error of slice.errors) this.#secondErrors += merge(this.#errors, error);
    for (const fault of slice.faults) this.#secondFaults += merge(this.#faults, fault);
  }

  takeServer(sample: ServerSample): void {
    const at = performance.now();
    const last = this.#lastSample;
    const lagMs = Math.max(sample.lagMs, this.#server?.lagMs ?? 0);
    // One that was asked for may come right beside that of the second: too short a time to tell a share of.
    if (last && this.#server && at - last.at < LEAST_MS) {
      this.#server = { ...this.#server, lagMs };
      return;
    }
    this.#lastSample = { sample, at };
    const cpu = last ? (100 * (sample.cpuMs - last.sample.cpuMs)) / (at - last.at) : 0;
    this.#server = { cpu, rssMb: sample.rssBytes / MIB, lagMs };
  }

  /** Something went wrong outside of all workers. */
  error(kind: string, example: string): void {
    this.#secondErrors += merge(this.#errors, { kind, count: 1, example });
  }

  /** Closes a second. */
  tick(players: number): Second {
    // A worker that tells nothing for a second is as busy as it was.
    this.#generator = this.#workers.busiest ?? { ...this.#generator, lagMs: 0 };
    const second: Second = {
      at: Math.round((performance.now() - this.#beganAt) / 1_000),
      players,
      took: summaries(this.#second),
      counts: Object.fromEntries(this.#secondCounts),
      errors: this.#secondErrors,
      faults: this.#secondFaults,
      server: this.#server,
      generator: this.#generator,
    };
    this.seconds.push(second);
    this.#second = new Map();
    this.#secondCounts = new Map();
    this.#secondErrors = 0;
    this.#secondFaults = 0;
    this.#workers = new WorkersUse();
    if (this.#server) this.#server = { ...this.#server, lagMs: 0 };
    return second;
  }

  get totals(): Totals {
    return {
      took: summaries(this.#total),
      curves: Object.fromEntries([...this.#total].map(([name, times]) => [name, times.curve])),
      counts: Object.fromEntries(this.#totalCounts),
    };
  }

  /** What the workers used since `begin`. */
  get generator(): BusiestWorker {
    return this.#totalWorkers.busiest ?? { cpu: 0, lagMs: 0 };
  }

  /** What was compared at the end, and how often. */
  get checks(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#checks);
  }

  /** What did not work, the most frequent first. */
  get errors(): readonly Trouble[] {
    return byCount(this.#errors);
  }

  get faults(): readonly Trouble[] {
    return byCount(this.#faults);
  }
}

function timesOf(all: Map<string, Times>, name: string): Times {
  const known = all.get(name) ?? new Times();
  all.set(name, known);
  return known;
}

const summaries = (all: ReadonlyMap<string, Times>): Record<string, Took> =>
  Object.fromEntries([...all].map(([name, times]) => [name, times.summary]));

const add = (counts: Map<string, number>, name: string, by: number) =>
  counts.set(name, (counts.get(name) ?? 0) + by);

function merge(troubles: Map<string, Trouble>, trouble: Trouble): number {
  const known = troubles.get(trouble.kind);
  if (known) known.count += trouble.count;
  else troubles.set(trouble.kind, { ...trouble });
  return trouble.count;
}

const byCount = (troubles: ReadonlyMap<string, Trouble>): readonly Trouble[] =>
  [...troubles.values()].sort((a, b) => b.count - a.count);
