import type { Took } from '../measure/histogram.ts';
import type { Second } from '../measure/timeline.ts';
import type { Outcome } from '../run/run.ts';

/** A plot as the page draws it. */
export interface Plot {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly line: string;
  /** `ratios`: x counts the labels, and there are three series: median, least, greatest. */
  readonly kind: 'time' | 'percentiles' | 'ratios';
  readonly unit: string;
  readonly isLog: boolean;
  readonly series: readonly string[];
  readonly x: readonly number[];
  /** What stands below each x of ratios. */
  readonly labels?: readonly string[];
  /** A list for each series; null where there is nothing to show. */
  readonly ys: readonly (readonly (number | null)[])[];
}

type Curve = readonly [label: string, value: (second: Second) => number | null | undefined];

/** Every plot of a run that there is something for. */
export function plotsOf(outcome: Outcome, headline: readonly string[]): Plot[] {
  const { seconds } = outcome;
  const operations = headline.filter((name) => outcome.totals.took[name]);
  const isKnown = outcome.server !== null;
  const overTime = (
    id: string,
    title: string,
    line: string,
    unit: string,
    curves: readonly Curve[],
    isLog = false,
  ): Plot => ({
    id,
    title,
    line,
    kind: 'time',
    unit,
    isLog,
    series: curves.map(([label]) => label),
    x: seconds.map(({ at }) => at),
    ys: curves.map(([, value]) => seconds.map((second) => value(second) ?? null)),
  });
  const took = (name: string, of: (took: Took) => number) => (second: Second) => {
    const times = second.took[name];
    return times && times.count > 0 ? of(times) : null;
  };
  const plots = [
    overTime(
      'latency',
      'Latency',
      'From due until there, in each second, ms. Shaded: what was measured.',
      'ms',
      operations.flatMap((name): Curve[] => [
        [`${name} p50`, took(name, ({ p50Ms }) => p50Ms)],
        [`${name} p99`, took(name, ({ p99Ms }) => p99Ms)],
      ]),
      true,
    ),
    percentiles(outcome, operations),
    overTime(
      'throughput',
      'Throughput',
      'How often it happened in each second.',
      '/s',
      operations.map((name): Curve => [name, ({ took: all }) => all[name]?.count ?? 0]),
    ),
    overTime('cpu', 'CPU', 'In percent of one core; the generator in its busiest thread.', '%', [
      ...(isKnown ? [['server', ({ server }: Second) => server?.cpu] as const] : []),
      ['generator', ({ generator }) => generator.cpu],
    ]),
    overTime('lag', 'Event loop', 'How late it came round at worst, ms.', 'ms', [
      ...(isKnown ? [['server', ({ server }: Second) => server?.lagMs] as const] : []),
      ['generator', ({ generator }) => generator.lagMs],
    ]),
    ...(isKnown
      ? [
          overTime('memory', 'Memory of the server', 'Resident, MB.', 'MB', [
            ['server', ({ server }) => server?.rssMb],
          ]),
        ]
      : []),
    overTime('people', 'People', 'Who is in.', '', [['people', ({ players }) => players]]),
    overTime('errors', 'Errors', 'What did not work, and what was wrong, in each second.', '/s', [
      ['did not work', ({ errors }) => errors],
      ['wrong', ({ faults }) => faults],
    ]),
  ];
  return plots.filter(({ series }) => series.length > 0);
}

/** Latency by percentile, on a scale where each step leaves a tenth of what is above it: 0, 90, 99, 99.9 %. */
function percentiles({ totals }: Outcome, operations: readonly string[]): Plot {
  const step = (percentile: number) => Math.log10(100 / (100 - percentile));
  const curves = operations.map((name) => totals.curves[name] ?? []);
  const longest = curves.reduce((a, b) => (b.length > a.length ? b : a), []);
  return {
    id: 'percentiles',
    title: 'Percentiles',
    line: 'So much of it took no longer than this, ms.',
    kind: 'percentiles',
    unit: 'ms',
    isLog: true,
    series: operations,
    x: longest.map(([percentile]) => step(percentile)),
    ys: curves.map((curve) => longest.map((_, index) => curve[index]?.[1] ?? null)),
  };
}
