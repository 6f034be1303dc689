import type { Recorder } from '../measure/recorder.ts';

/**
 * Node's timers have a step of a millisecond. What fires within this is on time, and is counted from when it fired;
 * what fires later is late, and is counted from when it was due, ms.
 */
const STEP_MS = 2;

/**
 * Calls back at moments that are fixed beforehand, however long earlier calls or their answers took: an open loop. When
 * the process was busy, the moments that were missed are made up for at once, each with the time when it was due.
 */
export class Beat {
  readonly #everyMs: number;
  readonly #act: (dueAt: number) => void;
  readonly #recorder: Recorder;
  #nextAt: number;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /** @param firstInMs until the first call, from now */
  constructor(everyMs: number, firstInMs: number, recorder: Recorder, act: (dueAt: number) => void) {
    this.#everyMs = everyMs;
    this.#act = act;
    this.#recorder = recorder;
    this.#nextAt = performance.now() + firstInMs;
    this.#wait();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    // Rounded up: a timer that fires within the millisecond before would have to wait again.
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, Math.ceil(this.#nextAt - performance.now())));
  }

  #fire(): void {
    const now = performance.now();
    while (this.#nextAt <= now && !this.#isStopped) {
      const late = now - this.#nextAt;
      this.#recorder.took('generator late', late);
      this.#act(late < STEP_MS ? now : this.#nextAt);
      this.#nextAt += this.#everyMs;
    }
    if (!this.#isStopped) this.#wait();
  }
}
