import type { Clock } from './ports.ts';

/**
 * A clock that is not behind `at` (epoch ms): where a stream has a moment that has not come yet, because the system's
 * clock was set back since, time goes on from there. So no wait is longer than its rule's own length.
 */
export function notBehind(clock: Clock, at: number): Clock {
  const behindMs = at - clock.now();
  if (behindMs <= 0) return clock;
  return {
    now: () => clock.now() + behindMs,
    setTimer: (moment, fire) => clock.setTimer(moment - behindMs, fire),
  };
}
