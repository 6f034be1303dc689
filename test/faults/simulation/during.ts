import type { Scheduler } from './scheduler.ts';

/** How often it is looked whether something has happened, ms of the run. */
export const LOOK_MS = 200;

/** Lets time pass until a promise is settled; what it came to, or `late`. */
export async function during<T>(scheduler: Scheduler, promise: Promise<T>, ms: number): Promise<T | 'late'> {
  let outcome: { readonly value: T } | { readonly error: unknown } | null = null;
  promise.then(
    (value) => {
      outcome = { value };
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  for (let left = ms; left > 0 && outcome === null; left -= LOOK_MS) await scheduler.run(LOOK_MS);
  const found = outcome as { readonly value: T } | { readonly error: unknown } | null;
  if (found === null) return 'late';
  if ('error' in found) throw found.error;
  return found.value;
}
