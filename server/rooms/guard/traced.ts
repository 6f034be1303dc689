import type { Trace } from '../../traces/span.ts';

/** Tells that a wish was answered: its id, when it came (monotonic ms), and the code of a refusal. */
export type Traced = (id: string, startedAt: number, refusal: string | null) => void;

/** How one kind of request is traced; null when nobody takes spans. */
export const tracedAs = (trace: Trace | null, name: string): Traced | null =>
  trace &&
  ((id, startedAt, refusal) =>
    trace({
      name,
      id,
      startedAt,
      endedAt: performance.now(),
      result: refusal ?? 'ok',
      isFailed: refusal === 'internal' || refusal === 'unavailable',
    }));
