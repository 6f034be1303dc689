import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../shared/engine/ports.ts';
import type { RunningTime } from './running-time.ts';
import type { DocumentStore } from './types.ts';

/** Things that one step looks at. */
export const STEP = 50;
/** Pause between two steps, ms: whoever plays or writes comes first. */
const STEP_MS = 50;
/** Steps of one rule in one run; the next run goes on. */
const MAX_STEPS = 200;

/** Something that is not kept for ever. */
export interface SweepRule {
  readonly name: string;
  /** Looks at the next few and takes away what has expired; resolves to how many it dealt with, 0 for none left. */
  step(): Promise<number>;
}

/** Records of a kind go when their rank (the moment they are from, epoch ms) is older than this. */
export const expiring = (documents: DocumentStore, kind: string, before: () => number): SweepRule => ({
  name: kind,
  async step() {
    const rows = await documents.below(kind, before(), STEP);
    await Promise.all(rows.map(({ id }) => documents.remove(kind, id)));
    return rows.length;
  },
});

/** Takes away what has expired, in small steps, one rule after the other. A rule that fails waits for the next run. */
export class Sweeper {
  readonly #time: Pick<RunningTime, 'note'>;
  readonly #rules: readonly SweepRule[];
  readonly #log: Log;
  #running: Promise<void> | null = null;

  /** @param time is noted before each run: what has expired goes by it */
  constructor(time: Pick<RunningTime, 'note'>, rules: readonly SweepRule[], log: Log) {
    this.#time = time;
    this.#rules = rules;
    this.#log = log;
  }

  /** Resolves when a run is over; one that is under way is not begun again. */
  run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    if (!(await this.#attempt('time', () => this.#time.note()))) return;
    for (const rule of this.#rules) {
      await this.#attempt(rule.name, async () => {
        for (let steps = 0; steps < MAX_STEPS && (await rule.step()) > 0; steps++) {
          await pause(STEP_MS, null, { ref: false });
        }
      });
    }
  }

  async #attempt(rule: string, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.#log.warn({ err: error, rule }, 'what has expired could not be taken away');
      return false;
    }
  }
}
