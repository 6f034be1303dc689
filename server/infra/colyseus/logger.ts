import type { Log } from '../../../shared/engine/ports.ts';
import { Sampler } from '../log.ts';

/** What Colyseus may write: its own lines, sampled, because anybody on the network can cause them. */
export function frameworkLogger(log: Log) {
  const sampler = new Sampler(log);
  const text = (parts: unknown[]): string => parts.map(String).join(' ').slice(0, 1_000);
  return {
    debug: () => {},
    trace: () => {},
    info: (...parts: unknown[]) => sampler.info('framework', { text: text(parts) }),
    warn: (...parts: unknown[]) => sampler.warn('framework warning', { text: text(parts) }),
    error: (...parts: unknown[]) => sampler.warn('framework error', { text: text(parts) }),
  };
}
