import { useEffect, useState } from 'preact/hooks';

/** Whole seconds from now until then, never negative. */
export const secondsUntil = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1000));

/**
 * Seconds left until a moment; null without one. Wakes up once a second while there is something left, and not at all
 * otherwise.
 */
export function useSeconds(until: number | null, now: () => number): number | null {
  const [, setTick] = useState(0);
  const left = until === null ? null : secondsUntil(until, now());
  useEffect(() => {
    if (until === null || left === 0) return;
    const toNextSecond = ((until - now()) % 1000) + 5;
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.max(50, toNextSecond));
    return () => clearTimeout(timer);
  });
  return left;
}
