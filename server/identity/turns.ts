/** Lets so many run at once; the others wait in the order they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting = new Set<(isTurn: boolean) => void>();
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Resolves to how to end the turn, or to null when whoever waited went away before it was theirs. */
  async take(signal: AbortSignal): Promise<(() => void) | null> {
    if (signal.aborted) return null;
    if (this.#running < this.#atOnce) this.#running++;
    else if (!(await this.#wait(signal))) return null;
    return () => this.#end();
  }

  #wait(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = () => go(false);
      const go = (isTurn: boolean) => {
        this.#waiting.delete(go);
        signal.removeEventListener('abort', leave);
        resolve(isTurn);
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', leave);
    });
  }

  /** The turn goes to whoever waits first, so that nobody who comes meanwhile gets one beside it. */
  #end(): void {
    const [next] = this.#waiting;
    if (next) next(true);
    else this.#running--;
  }
}
