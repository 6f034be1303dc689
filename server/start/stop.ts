/**
 * A signal that comes again within this time is the same wish, ms: a terminal sends one to every process, and each parent
 * passes it on.
 */
const SAME_MS = 1_000;

/**
 * Calls `stop` once, when the server is told to end, or when the program that started it is gone. `again` is given when it
 * is told once more, later: then it is to be quick.
 */
export function onStop(stop: (why: string, again: AbortSignal) => void): void {
  const again = new AbortController();
  let since: number | null = null;
  const told = (why: string) => {
    const now = performance.now();
    if (since !== null) {
      if (now - since > SAME_MS) again.abort();
      return;
    }
    since = now;
    stop(why, again.signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told);
  // The channel to `npm start` breaks even when that was killed and could pass nothing on.
  if (process.channel) process.once('disconnect', () => told('its parent ended'));
}
