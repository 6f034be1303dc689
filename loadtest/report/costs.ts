import type { Outcome } from '../run/run.ts';

/** What the server paid for what it did. */
export interface Cost {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const KIB_PER_MIB = 1_024;
const US_PER_MS = 1_000;

/** What one of each thing cost, as far as the server gives figures and the thing happened. */
export function costsOf({ server, totals, players, measuredSeconds }: Outcome): Cost[] {
  const { deliveries = 0, 'delivered bytes': bytes = 0 } = totals.counts;
  const costs: Cost[] = [];
  if (deliveries > 0) costs.push({ name: 'bytes per delivery', value: bytes / deliveries, unit: 'B' });
  if (!server || players === 0) return costs;
  if (deliveries > 0)
    costs.push({
      name: 'server CPU per delivery',
      value: (server.cpuMs * US_PER_MS) / deliveries,
      unit: 'µs',
    });
  costs.push(
    {
      name: 'server CPU per person and second',
      value: (server.cpuMs * US_PER_MS) / players / measuredSeconds,
      unit: 'µs',
    },
    {
      name: 'server memory per person',
      value: ((server.firstRssMb - server.emptyRssMb) * KIB_PER_MIB) / players,
      unit: 'KB',
    },
  );
  return costs;
}
