import type { Clock } from '../../../shared/engine/ports.ts';

/** Puts off what need not be done at once, so that much of it is done together. */
export class Gathering {
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #act: () => void;
  #dueAt = Number.POSITIVE_INFINITY;
  #doneAt = Number.NEGATIVE_INFINITY;
  #disarm: (() => void) | null = null;
  #isOver = false;

  /** @param ms how long anything may be put off to be done together with what comes next */
  constructor(clock: Clock, ms: number, act: () => void) {
    this.#clock = clock;
    this.#ms = ms;
    this.#act = act;
  }

  /** Has it done soon, but not before this time since it was done last, ms. */
  soon(everyMs = 0): void {
    const at = Math.max(this.#clock.now() + this.#ms, this.#doneAt + everyMs);
    if (at >= this.#dueAt || this.#isOver) return;
    this.#disarm?.();
    this.#dueAt = at;
    this.#disarm = this.#clock.setTimer(at, () => this.now());
  }

  /** Does it at once; nothing is put off any more. */
  now(): void {
    this.#disarm?.();
    this.#disarm = null;
    this.#dueAt = Number.POSITIVE_INFINITY;
    this.#doneAt = this.#clock.now();
    if (!this.#isOver) this.#act();
  }

  /** Never does it again. */
  stop(): void {
    this.#isOver = true;
    this.#disarm?.();
  }
}
