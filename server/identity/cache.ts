import type { Clock } from '../../shared/engine/ports.ts';

/** Remembers what was read, for a while and up to a number; the oldest goes first. */
export class Cache<T> {
  readonly #max: number;
  readonly #lifeMs: number;
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(max: number, lifeMs: number, clock: Clock) {
    this.#max = max;
    this.#lifeMs = lifeMs;
    this.#clock = clock;
  }

  get(key: string): T | null {
    const kept = this.#kept.get(key);
    return kept && kept.until > this.#clock.now() ? kept.value : null;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: this.#clock.now() + this.#lifeMs });
    if (this.#kept.size > this.#max) this.#kept.delete(this.#kept.keys().next().value!);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  forget(isGone: (value: T) => boolean): void {
    for (const [key, { value }] of this.#kept) if (isGone(value)) this.#kept.delete(key);
  }
}
