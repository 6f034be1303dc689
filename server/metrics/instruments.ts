/** One number of a family. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** Of histograms: what is appended to the name of the family. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
}

/** What is told under one name. */
export interface Family {
  /** As Prometheus wants it: with its unit, and `_total` for what only grows. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  samples(): Sample[];
}

/** A number that only grows. Adding is one addition. */
export class Counter {
  value = 0;

  add(by = 1): void {
    this.value += by;
  }
}

/** Bounds of all histograms of durations, seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** How long something took, counted in fixed ranges. Noting one is a short loop, and makes nothing. */
export class Durations {
  readonly #counts = new Float64Array(BOUNDS.length + 1);
  #sum = 0;

  note(seconds: number): void {
    let i = 0;
    while (i < BOUNDS.length && seconds > BOUNDS[i]!) i++;
    this.#counts[i]!++;
    this.#sum += seconds;
  }

  /** How many there were. */
  get count(): number {
    return this.#counts.reduce((sum, each) => sum + each, 0);
  }

  samples(labels: Readonly<Record<string, string>>): Sample[] {
    let below = 0;
    const buckets = Array.from(this.#counts, (count, i): Sample => {
      below += count;
      const le = i < BOUNDS.length ? String(BOUNDS[i]) : '+Inf';
      return { labels: { ...labels, le }, value: below, suffix: '_bucket' };
    });
    return [
      ...buckets,
      { labels, value: this.#sum, suffix: '_sum' },
      { labels, value: below, suffix: '_count' },
    ];
  }
}

/**
 * Values of labels that one family may have at most. They come from closed sets of the program; should one ever not be
 * closed, everything further is counted as `other`, and memory stays as it is.
 */
const MAX_VALUES = 300;
const OTHER = 'other';

/** One instrument for each combination of the values of some labels. */
export class Labelled<I> {
  readonly #labels: readonly string[];
  readonly #make: () => I;
  readonly #instruments = new Map<string, { readonly labels: Record<string, string>; readonly of: I }>();

  constructor(labels: readonly string[], make: () => I) {
    this.#labels = labels;
    this.#make = make;
  }

  /** The instrument for these values, one for each label. Whoever counts often keeps it. */
  of(...values: readonly string[]): I {
    const key = values.join('\n');
    const known = this.#instruments.get(key);
    if (known) return known.of;
    if (this.#instruments.size >= MAX_VALUES && values.some((value) => value !== OTHER))
      return this.of(...values.map(() => OTHER));
    const labels = Object.fromEntries(this.#labels.map((name, i) => [name, values[i] ?? OTHER]));
    const made = { labels, of: this.#make() };
    this.#instruments.set(key, made);
    return made.of;
  }

  all(): Iterable<{ readonly labels: Record<string, string>; readonly of: I }> {
    return this.#instruments.values();
  }
}

/** Numbers that somebody else keeps, and that are looked up when they are wanted: values of the labels, and the number. */
export type Reading = Iterable<readonly [values: readonly string[], value: number]>;

/** A number that is looked up when it is wanted. There is none before `from` says where. */
export class Looked {
  #read: () => Reading = () => [];

  /** From now on it is looked up here; the last one counts. */
  from(read: () => Reading | number): void {
    this.#read = () => {
      const found = read();
      return typeof found === 'number' ? [[[], found]] : found;
    };
  }

  read(): Reading {
    return this.#read();
  }

  /** All of it together. */
  get sum(): number {
    let sum = 0;
    for (const [, value] of this.#read()) sum += value;
    return sum;
  }
}
