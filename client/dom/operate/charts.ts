import type { Series } from '../../store/operate/series.ts';

/** One line of a chart. */
interface Line {
  readonly label: string;
  /** Its value at each sample; null where nobody knows it. */
  of(series: Series): readonly (number | null)[];
}

/** What a chart shows over the last minutes; the second line is dashed. */
export interface ChartPlan {
  readonly title: string;
  readonly lines: readonly [Line, ...Line[]];
}

export interface ChartProps {
  readonly chart: ChartPlan;
  readonly series: Series;
  /** The moment of its newest sample, epoch ms; 0 for none. */
  readonly at: number;
}

const rate = (label: string, name: string): Line => ({ label, of: (series) => series.rates(name) });
const value = (label: string, name: string): Line => ({ label, of: (series) => series.values(name) });

export const CHARTS: readonly ChartPlan[] = [
  { title: 'In a second', lines: [rate('Moves', 'moves'), rate('Messages', 'messages')] },
  {
    title: 'From a move to its answer, ms',
    lines: [value('99 of 100', 'ackP99Ms'), value('Half', 'ackP50Ms')],
  },
  { title: 'Who is here', lines: [value('People', 'people'), value('Sockets', 'sockets')] },
  { title: 'Event loop late, ms', lines: [value('99 of 100', 'loopLagP99Ms')] },
];
