import type { Clock } from '../../shared/engine/ports.ts';

/** The longest time one Node timer can wait. */
const MAX_WAIT_MS = 0x7fff_ffff;
/** How often the clock asks whether the machine slept. */
const LOOK_MS = 1_000;
/** A shorter sleep is not told from the whole seconds in which some systems count their uptime. */
const SLEEP_MS = 2_000;

/**
 * Epoch time that never jumps while the machine is awake: the system time at the start plus what a monotonic clock
 * counted since. Setting the system time moves no deadline.
 *
 * A monotonic clock stands still while the machine sleeps. With `uptimeS` the time of a sleep is added when the machine
 * wakes, within a second, and whatever was due meanwhile fires then.
 *
 * @param uptimeS seconds since the machine was started, sleep included (`os.uptime`)
 */
export function systemClock(uptimeS: (() => number) | null = null): Clock {
  let epoch = Date.now() - performance.now();
  const now = () => Math.floor(epoch + performance.now());
  const waits = new Set<() => void>();
  if (uptimeS !== null)
    onSleep(uptimeS, (sleptMs) => {
      epoch += sleptMs;
      for (const again of [...waits]) again();
    });
  return {
    now,
    setTimer(atMs, fire) {
      let timer: NodeJS.Timeout;
      const wait = () => {
        const rest = atMs - now();
        timer =
          rest > MAX_WAIT_MS ? setTimeout(wait, MAX_WAIT_MS) : setTimeout(end, Math.max(0, Math.ceil(rest)));
      };
      const end = () => {
        if (now() < atMs) return wait();
        waits.delete(again);
        fire();
      };
      const again = () => {
        clearTimeout(timer);
        wait();
      };
      waits.add(again);
      wait();
      return () => {
        waits.delete(again);
        clearTimeout(timer);
      };
    },
  };
}

/**
 * Tells how long the machine slept, ms, each time that it wakes. Two clocks run on in a sleep, the system's and that of the
 * uptime; either may be set or be wrong for a moment, so a sleep is only what both say.
 */
function onSleep(uptimeS: () => number, tell: (sleptMs: number) => void): void {
  const aheads = () => [uptimeS() * 1_000 - performance.now(), Date.now() - performance.now()] as const;
  let [uptimeBefore, systemBefore] = aheads();
  setInterval(() => {
    const [uptime, system] = aheads();
    const sleptMs = Math.min(uptime - uptimeBefore, system - systemBefore);
    [uptimeBefore, systemBefore] = [uptime, system];
    if (sleptMs >= SLEEP_MS) tell(sleptMs);
  }, LOOK_MS).unref();
}
