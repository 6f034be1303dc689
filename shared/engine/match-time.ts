import type { Clock } from './ports.ts';

/**
 * The time of a match that was opened again: it goes on from the moment of its last entry, `at` (epoch ms), and stood
 * still while nobody had the match. So a server that was down for a minute takes nobody's turn away, and a system clock
 * that was set ahead or back in between moves no deadline.
 */
export function goingOnFrom(clock: Clock, at: number): Clock {
  const aheadMs = at - clock.now();
  return {
    now: () => clock.now() + aheadMs,
    setTimer: (moment, fire) => clock.setTimer(moment - aheadMs, fire),
  };
}
