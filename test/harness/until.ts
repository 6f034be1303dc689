/** How often a condition is looked at, ms. */
const STEP_MS = 5;
/** What has not happened by then never will, ms, also on a machine that is busy with other tests. */
const DEADLINE_MS = 40_000;

/** Waits until something is true; fails with a sentence at the deadline. */
export async function until(
  isDone: () => boolean | Promise<boolean>,
  what: string,
  ms = DEADLINE_MS,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isDone())) {
    if (performance.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
