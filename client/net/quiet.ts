/**
 * Calls back whenever nothing was heard for a while, and now and then whatever is heard. Where something comes all the
 * time nothing needs to be asked to know that the other side is there.
 */
export class Quiet {
  readonly #ms: number;
  readonly #atLeastMs: number;
  readonly #act: () => void;
  #heardAt = 0;
  #actedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ms of silence before `act` is called; @param atLeastMs the longest pause between two calls */
  constructor(ms: number, atLeastMs: number, act: () => void) {
    this.#ms = ms;
    this.#atLeastMs = atLeastMs;
    this.#act = act;
  }

  /** Something came. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  /** Begins to watch, as if something had just come. */
  start(): void {
    clearTimeout(this.#timer);
    this.#heardAt = performance.now();
    this.#actedAt = this.#heardAt;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const dueAt = Math.min(this.#heardAt + this.#ms, this.#actedAt + this.#atLeastMs);
    // What is heard meanwhile moves no timer: it is looked at when it rings.
    this.#timer = setTimeout(() => this.#look(dueAt), dueAt - performance.now());
  }

  #look(dueAt: number): void {
    const isQuiet = this.#heardAt + this.#ms <= dueAt || this.#actedAt + this.#atLeastMs <= dueAt;
    if (isQuiet) {
      // Whoever asks waits for the answer as long as for anything else.
      this.#heardAt = performance.now();
      this.#actedAt = this.#heardAt;
    }
    this.#wait();
    if (isQuiet) this.#act();
  }
}
