import type { Log } from '../../shared/engine/ports.ts';
import { silenceMonitoring } from './colyseus/monitoring.ts';
import { Sampler } from './log.ts';

/** How often something went wrong that nobody caught. Any number above 0 is a bug. */
export interface Faults {
  rejections: number;
  exceptions: number;
}

/**
 * Keeps the process alive when something throws that nobody caught: one broken table must not end all others. It is
 * logged and counted. Safe here because what people did is in the journal and a state is only its fold; what cannot be
 * survived (out of memory, a port in use) does not come this way.
 */
export function installProcessGuards(log: Log): Faults {
  const faults: Faults = { rejections: 0, exceptions: 0 };
  const sampler = new Sampler(log);
  silenceMonitoring();
  process.on('unhandledRejection', (reason) => {
    faults.rejections++;
    sampler.error('unhandled rejection', { err: reason });
  });
  process.on('uncaughtException', (error) => {
    faults.exceptions++;
    sampler.error('uncaught exception', { err: error });
  });
  return faults;
}
