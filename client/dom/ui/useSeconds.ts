import { useEffect, useRef, useState } from 'preact/hooks';

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

/**
 * Calls `reach` with the seconds that are left when one of the marks is reached. Asked of the clock each second instead
 * of set like an alarm, as the machine may sleep in between.
 */
export function useMarks(
  until: number | null,
  now: () => number,
  marks: readonly number[],
  reach: (seconds: number) => void,
): void {
  const left = useSeconds(until, now);
  const before = useRef<{ readonly until: number | null; readonly left: number | null }>({ until, left });
  useEffect(() => {
    const last = before.current;
    before.current = { until, left };
    if (last.until !== until || last.left === null || left === null) return;
    const from = last.left;
    if (left > 0 && marks.some((mark) => left <= mark && mark < from)) reach(left);
  }, [until, left]);
}
