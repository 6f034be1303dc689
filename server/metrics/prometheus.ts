import { collectDefaultMetrics, type Metric, Registry } from 'prom-client';
import type { Family } from './instruments.ts';

/** What Prometheus reads: these families, and what the process itself is like (CPU, memory, event loop, garbage). */
export function registryOf(families: readonly Family[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const family of families) registry.registerMetric(asMetric(family));
  return registry;
}

/**
 * A family as the library reads it. Its own instruments find the labels of each count anew, in ten times as long; a registry
 * asks a metric for nothing but its name and `get`, which its types do not say.
 */
function asMetric({ name, help, type, samples }: Family): Metric {
  const get = async () => ({
    name,
    help,
    type,
    aggregator: 'sum',
    values: samples().map(({ labels, value, suffix = '' }) => ({
      labels,
      value,
      metricName: `${name}${suffix}`,
    })),
  });
  return { name, help, type, get } as unknown as Metric;
}
