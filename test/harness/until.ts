/** How often a condition is looked at, ms. */
const STEP_MS = 5;

/** Waits until something is true; fails with a sentence at the deadline. */
export async function until(
  isDone: () => boolean | Promise<boolean>,
  what: string,
  ms = 5_000,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isDone())) {
    if (performance.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
