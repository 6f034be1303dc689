import type { Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Trace } from '../traces/span.ts';

/** Where spans go, if that is configured; what sends them is loaded only then. */
export async function openTrace(
  { tracesUrl, serviceName }: Config,
  log: Log,
  { spansDropped }: Pick<Metrics, 'spansDropped'>,
): Promise<Trace | null> {
  if (tracesUrl === null) return null;
  const { otlpTrace } = await import('../traces/otlp.ts');
  return otlpTrace({ endpoint: tracesUrl, serviceName, log, dropped: (count) => spansDropped.add(count) });
}
