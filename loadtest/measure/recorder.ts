/** What went wrong, how often, and the first of it in words. */
export interface Trouble {
  readonly kind: string;
  count: number;
  readonly example: string;
}

/** What one worker saw since it was asked last. Plain data: it travels between threads. */
export interface Slice {
  /** By operation: how long each took, µs. */
  readonly tookUs: Readonly<Record<string, Uint32Array>>;
  /** Things that are counted: deliveries, bytes, checks. */
  readonly counts: Readonly<Record<string, number>>;
  /** What did not work: refused, unanswered, cut off. */
  readonly errors: readonly Trouble[];
  /** Wrong answers: lost, doubled, out of order, a secret seen. One is enough to fail a run. */
  readonly faults: readonly Trouble[];
}

const US_PER_MS = 1_000;

/** Collects what the clients of one worker see. */
export class Recorder {
  #took = new Map<string, number[]>();
  #counts = new Map<string, number>();
  #errors = new Map<string, Trouble>();
  #faults = new Map<string, Trouble>();

  /** An operation ended, this long after it was due. */
  took(operation: string, ms: number): void {
    let list = this.#took.get(operation);
    if (!list) {
      list = [];
      this.#took.set(operation, list);
    }
    list.push(Math.max(0, Math.round(ms * US_PER_MS)));
  }

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  /** Something did not work. */
  error(kind: string, example = ''): void {
    note(this.#errors, kind, example);
  }

  /** Something worked wrongly. */
  fault(kind: string, example = ''): void {
    note(this.#faults, kind, example);
  }

  /** Everything since the last time. */
  take(): Slice {
    const slice = {
      tookUs: Object.fromEntries([...this.#took].map(([name, list]) => [name, Uint32Array.from(list)])),
      counts: Object.fromEntries(this.#counts),
      errors: [...this.#errors.values()],
      faults: [...this.#faults.values()],
    };
    this.#took = new Map();
    this.#counts = new Map();
    this.#errors = new Map();
    this.#faults = new Map();
    return slice;
  }
}

function note(troubles: Map<string, Trouble>, kind: string, example: string): void {
  const known = troubles.get(kind);
  if (known) known.count++;
  else troubles.set(kind, { kind, count: 1, example });
}
