import { isDeepStrictEqual } from 'node:util';

const LOOK_MS = 20;

export const isEqual = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** Looks until something is true; false when it is not within this time. */
export async function settled(isTrue: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return true;
}

/** How many of these checks run at the same time: they are not a load of their own. */
const AT_ONCE = 10;

/** Does something for each of many, a few at a time. */
export async function forEachOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const run = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}
