import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the loop is looked at, and for how long it is looked back on, ms. */
const RESOLUTION_MS = 20;
const WINDOW_MS = 5_000;

/** How much later than due the event loop came round, within the last seconds. Nothing is measured before the first look. */
export class LoopLag {
  #delay: ReturnType<typeof monitorEventLoopDelay> | null = null;
  #p99Ms = 0;

  /** 99 of 100 were not later, ms. */
  get p99Ms(): number {
    if (this.#delay === null) this.#begin();
    return this.#p99Ms;
  }

  #begin(): void {
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    this.#delay = delay;
    setInterval(() => {
      this.#p99Ms = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
      delay.reset();
    }, WINDOW_MS).unref();
  }
}
