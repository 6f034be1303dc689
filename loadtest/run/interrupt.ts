/** Ctrl-C once comes several times: from the terminal, from npm and from our script, which all pass it on, ms. */
const ONE_PRESS_MS = 500;

/** Listens to Ctrl-C: the first one asks for an early end, the next one ends the process at once. */
export class Interrupt {
  #pressedAt: number | null = null;

  /** @param onFirst called once */
  constructor(onFirst: () => void) {
    process.on('SIGINT', () => {
      if (this.#pressedAt === null) {
        this.#pressedAt = performance.now();
        onFirst();
      } else if (performance.now() - this.#pressedAt > ONE_PRESS_MS) process.exit(130);
    });
  }

  get isAsked(): boolean {
    return this.#pressedAt !== null;
  }
}
