import type { Log } from '../../shared/engine/ports.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** The same log, with its lines counted, by level. */
export function countedLog(log: Log, { logLines }: Pick<Metrics, 'logLines'>): Log {
  const counted = (level: keyof Log): Log[typeof level] => {
    const lines = logLines.of(level);
    return (fields, message) => {
      lines.add();
      log[level](fields, message);
    };
  };
  return { debug: counted('debug'), info: counted('info'), warn: counted('warn'), error: counted('error') };
}
