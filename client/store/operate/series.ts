/** What one process, or all of them together, are like at one moment. Counts are since their start. */
export interface Sample {
  /** Epoch ms. */
  readonly at: number;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Numbers that are as bad as the worst process; all others are added up. */
const WORST = ['ackP50Ms', 'ackP99Ms', 'loopLagP99Ms'];

/** All processes as one: counts are added up, of waiting times the longest counts. Null for none. */
export function together(samples: readonly Sample[]): Sample | null {
  if (samples.length === 0) return null;
  const numbers: Record<string, number> = {};
  for (const sample of samples)
    for (const [name, value] of Object.entries(sample.numbers))
      numbers[name] = WORST.includes(name)
        ? Math.max(numbers[name] ?? 0, value)
        : (numbers[name] ?? 0) + value;
  return { at: Math.max(...samples.map(({ at }) => at)), numbers };
}

/** How long a chart looks back, ms. */
export const SPAN_MS = 5 * 60 * 1_000;
/** How long a rate is measured over, ms: shorter, and one move would look like a storm. */
const RATE_MS = 2_000;

/** The samples of the last minutes, the oldest first. */
export class Series {
  #samples: readonly Sample[] = [];

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  get latest(): Sample | null {
    return this.#samples.at(-1) ?? null;
  }

  /** False for one that is not newer than the last. */
  add(sample: Sample): boolean {
    if (sample.at <= (this.latest?.at ?? Number.NEGATIVE_INFINITY)) return false;
    this.#samples = [...this.#samples.filter(({ at }) => at > sample.at - SPAN_MS), sample];
    return true;
  }

  /** A number at each sample; null where nobody knows it. */
  values(name: string): (number | null)[] {
    return this.#samples.map(({ numbers }) => numbers[name] ?? null);
  }

  /** How much a count grew by in a second at each sample, over the two seconds before it. */
  rates(name: string): number[] {
    let start = 0;
    return this.#samples.map((sample) => {
      // The latest one that is old enough; each is passed once.
      while ((this.#samples[start + 1]?.at ?? Number.POSITIVE_INFINITY) <= sample.at - RATE_MS) start++;
      const from = this.#samples[start]!;
      const seconds = (sample.at - from.at) / 1_000;
      // A count that shrank is that of a process which began anew.
      const grown = Math.max(0, (sample.numbers[name] ?? 0) - (from.numbers[name] ?? 0));
      return seconds > 0 ? grown / seconds : 0;
    });
  }
}
