import type { Clock } from '../../shared/engine/ports.ts';

/** The longest time one Node timer can wait. */
const MAX_WAIT_MS = 0x7fff_ffff;

/**
 * Epoch time that never jumps: the system time at the start plus what a monotonic clock counted since. Setting the
 * system time moves no deadline.
 */
export function systemClock(): Clock {
  const epoch = Date.now() - performance.now();
  const now = () => Math.floor(epoch + performance.now());
  return {
    now,
    setTimer(atMs, fire) {
      let timer: NodeJS.Timeout;
      const wait = () => {
        const rest = atMs - now();
        timer =
          rest > MAX_WAIT_MS
            ? setTimeout(wait, MAX_WAIT_MS)
            : setTimeout(() => (now() < atMs ? wait() : fire()), Math.max(0, Math.ceil(rest)));
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}
