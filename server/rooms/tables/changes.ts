/**
 * Whether something that is made of parts may have changed. Parts are compared as they are: states share every object
 * that an event left alone, so what holds the same objects says the same.
 */
export class Changes {
  #parts: readonly unknown[] = [];

  /** Takes note of the parts as they are now; whether any is not what it was the last time. */
  note(...parts: readonly unknown[]): boolean {
    const isSame =
      parts.length === this.#parts.length && parts.every((part, i) => Object.is(part, this.#parts[i]));
    this.#parts = parts;
    return !isSame;
  }
}
