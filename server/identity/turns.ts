/** Lets so many run at once; the others wait in the order they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Resolves to how to end the turn, or to null when whoever waited went away before it was theirs. */
  async take(signal: AbortSignal): Promise<(() => void) | null> {
    if (this.#running >= this.#atOnce && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const go = () => {
          this.#waiting.delete(go);
          signal.removeEventListener('abort', go);
          resolve();
        };
        this.#waiting.add(go);
        signal.addEventListener('abort', go);
      });
    }
    if (signal.aborted) return null;
    this.#running++;
    return () => {
      this.#running--;
      for (const next of this.#waiting) return next();
    };
  }
}
