/** Remembers so many things; the oldest go first. */
export class Recent {
  readonly #max: number;
  readonly #kept = new Set<string>();

  constructor(max: number) {
    this.#max = max;
  }

  has(thing: string): boolean {
    return this.#kept.has(thing);
  }

  add(thing: string): void {
    this.#kept.delete(thing);
    this.#kept.add(thing);
    const [oldest] = this.#kept;
    if (this.#kept.size > this.#max && oldest !== undefined) this.#kept.delete(oldest);
  }
}
