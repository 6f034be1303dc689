import { createRequire, Module } from 'node:module';

/**
 * Keeps the framework from loading the monitoring agent `@pm2/io`, which would take 2 MB, print and report errors on its
 * own, and listen for rejections so that nobody else hears of them: the framework gets an agent without a wish from where
 * loaded modules are kept. Call it before the first room is made.
 */
export function silenceMonitoring(): void {
  const framework = createRequire(import.meta.resolve('@colyseus/core'));
  const file = framework.resolve('@pm2/io');
  const silent = new Module(file);
  Object.assign(silent, { filename: file, loaded: true, exports: { metric: () => {} } });
  framework.cache[file] = silent;
}
