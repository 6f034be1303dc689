import type { Metrics } from '../metrics/metrics.ts';
import { openPeople } from '../rooms/guard/connections.ts';

const MIB = 1024 * 1024;

/** What this process is like at this moment, as operators see it: `WireProcess` says how the numbers are called. */
export function numbersOf(metrics: Metrics): Record<string, number> {
  const { refusals, socketsCut, isStoreUp, ...others } = metrics.snapshot();
  const numbers: Record<string, number> = {
    people: openPeople(),
    rssMiB: Math.round(process.memoryUsage.rss() / MIB),
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

/** Those of them that grow by what people do. */
export function eventsOf({ moves, messages }: Metrics): Record<string, number> {
  const sum = (counters: Metrics['moves'] | Metrics['messages']) => {
    let all = 0;
    for (const { of } of counters.all()) all += of.value;
    return all;
  };
  return { moves: sum(moves), messages: sum(messages) };
}
