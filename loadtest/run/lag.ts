import type { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often an event loop is looked at, ms. */
export const LAG_STEP_MS = 10;

/** How much later than it should an event loop came round at worst, ms. Node counts the step itself with it. */
export const lagMs = (delay: ReturnType<typeof monitorEventLoopDelay>): number =>
  delay.count === 0 ? 0 : Math.max(0, delay.max / 1e6 - LAG_STEP_MS);
