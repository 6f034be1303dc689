import type { Metrics } from '../metrics/metrics.ts';
import { openSessions } from '../rooms/guard/connections.ts';

const MIB = 1024 * 1024;

/** What this process is like at this moment, as operators see it: `WireProcess` says how the numbers are called. */
export function numbersOf(metrics: Metrics): Record<string, number> {
  const { refusals, socketsCut, isStoreUp, ...others } = metrics.snapshot();
  const { rss, heapUsed } = process.memoryUsage();
  const numbers: Record<string, number> = {
    people: openSessions().size,
    rssMiB: Math.round(rss / MIB),
    heapMiB: Math.round(heapUsed / MIB),
    storeUp: Number(isStoreUp),
    talks: metrics.conversations.sum,
  };
  const put = (name: string, value: number | null) => {
    // What is not measured at this moment is not there, and nobody needs a thousandth of anything.
    if (value !== null) numbers[name] = Math.round(value * 100) / 100;
  };
  for (const [name, value] of Object.entries(others)) put(name, value);
  for (const [code, count] of Object.entries(refusals)) put(`refusals/${code}`, count);
  for (const [reason, count] of Object.entries(socketsCut)) put(`cut/${reason}`, count);
  for (const [labels, count] of metrics.tables.read()) put(`tables/${labels.join('/')}`, count);
  return numbers;
}
