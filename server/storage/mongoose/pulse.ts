import type { Log } from '../../../shared/engine/ports.ts';

/** Whether the database answers; tells the log when that changes. */
export class Pulse {
  readonly #log: Log;
  #isUp = true;

  constructor(log: Log) {
    this.#log = log;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** An attempt succeeded. */
  felt(): void {
    if (!this.#isUp) this.#log.info({}, 'the store is back');
    this.#isUp = true;
  }

  /** An attempt failed, and why. */
  missed(trouble: string): void {
    if (this.#isUp) this.#log.error({ trouble }, 'the store is away');
    this.#isUp = false;
  }
}
