/**
 * Calls `stop` once, when the server is told to end, or when the program that started it is gone. Signals that come
 * again are the same wish: a terminal sends one to every process, and each parent passes it on.
 */
export function onStop(stop: (why: string) => void): void {
  let isStopping = false;
  const once = (why: string) => {
    if (isStopping) return;
    isStopping = true;
    stop(why);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, once);
  // The channel to `npm start` breaks even when that was killed and could pass nothing on.
  if (process.channel) process.once('disconnect', () => once('its parent ended'));
}
