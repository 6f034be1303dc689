import { PROBE_METRICS } from '../../loadtest/probe/report.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import { registryOf } from '../../server/metrics/prometheus.ts';
import { read } from '../unit/repository.ts';

/** One alert of the rules. Each `expr` stands on a line of its own. */
export interface Alert {
  readonly name: string;
  readonly expr: string;
}

export const RULES = 'deploy/prometheus/rules.yml';
export const DASHBOARD = 'deploy/grafana/color-clues.json';

/** The alerts of the rules. */
export const alertsOf = (rules: string): Alert[] =>
  [...rules.matchAll(/- alert: (\w+)\n\s+expr: (.+)\n/g)].map(([, name, expr]) => ({
    name: name!,
    expr: expr!,
  }));

/** Every query of a Grafana dashboard. */
export function queriesOf(dashboard: unknown): string[] {
  if (Array.isArray(dashboard)) return dashboard.flatMap(queriesOf);
  if (typeof dashboard !== 'object' || dashboard === null) return [];
  return Object.entries(dashboard).flatMap(([key, value]) => {
    const isQuery = key === 'expr' || (key === 'query' && String(value).includes('('));
    return isQuery && typeof value === 'string' ? [value] : queriesOf(value);
  });
}

/** The metrics that a query asks for, by their beginning. */
export const namesIn = (query: string): string[] => [
  ...new Set(query.match(/\b(?:colorclues|process|nodejs)_[a-z0-9_]+/g) ?? []),
];

/** Every name that there is: of the server, of the probe, of a backup; those of histograms with what is appended. */
export async function knownNames(): Promise<Set<string>> {
  const ofBackups = namesIn(read('scripts/backup.mjs'));
  const found = new Set<string>([...PROBE_METRICS, ...ofBackups]);
  for (const { name, type } of await registryOf(new Metrics().families).getMetricsAsJSON()) {
    const suffixes = String(type) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of suffixes) found.add(`${name}${suffix}`);
  }
  return found;
}
