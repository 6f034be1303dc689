/**
 * Keeps the framework from starting the monitoring agent `@pm2/io`, which would print and report errors on its own, and
 * listen for rejections so that nobody else hears of them: the agent takes what it finds under this symbol for itself.
 * Call it before the first room is made.
 */
export function silenceMonitoring(): void {
  Object.assign(globalThis, { [Symbol.for('@pm2/io')]: { metric: () => {} } });
}
