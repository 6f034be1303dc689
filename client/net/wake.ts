/** How often it is looked whether the machine slept, ms. */
const LOOK_MS = 1_000;
/** The time of day may drift or be corrected by so much without anything having happened, ms. */
const JUMP_MS = 1_000;

/** How far the time of day is ahead of the page's monotonic clock, ms. It grows while the machine sleeps. */
export const clockGap = (): number => Date.now() - performance.now();

/** Whether the machine slept (or its clock was set) between two gaps. */
export const hasJumped = (before: number, after: number): boolean => Math.abs(after - before) > JUMP_MS;

/** Calls back soon after the machine slept or its clock was set; returns how to stop. */
export function onWake(wake: () => void): () => void {
  let gap = clockGap();
  const timer = setInterval(() => {
    const now = clockGap();
    const hasSlept = hasJumped(gap, now);
    gap = now;
    if (hasSlept) wake();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
