import { build, type Histogram } from 'hdr-histogram-js';

/** Percentiles of one operation, ms. */
export interface Took {
  readonly count: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
}

const US_PER_MS = 1_000;
const DIGITS = 3;

/** Times of one operation: exact to three digits, however many there are. */
export class Times {
  readonly #histogram: Histogram = build({ numberOfSignificantValueDigits: DIGITS });

  record(tookUs: Uint32Array): void {
    for (const us of tookUs) this.#histogram.recordValue(us);
  }

  get summary(): Took {
    // A percentile is the upper end of the step it falls into, which may lie above what was ever recorded.
    const most = this.#histogram.maxValue;
    const at = (percentile: number) =>
      Math.min(most, this.#histogram.getValueAtPercentile(percentile)) / US_PER_MS;
    return {
      count: this.#histogram.totalCount,
      p50Ms: at(50),
      p90Ms: at(90),
      p99Ms: at(99),
      p999Ms: at(99.9),
      maxMs: most / US_PER_MS,
    };
  }

  /** The curve of all percentiles, for a plot: each step halves what is left above it. */
  get curve(): readonly (readonly [percentile: number, ms: number])[] {
    const points: [number, number][] = [];
    for (let left = 100; left > 100 / Math.max(2, this.#histogram.totalCount); left /= Math.SQRT2) {
      const percentile = 100 - left;
      points.push([percentile, this.#histogram.getValueAtPercentile(percentile) / US_PER_MS]);
    }
    return points;
  }
}
