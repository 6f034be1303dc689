import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Clock } from '../../../shared/engine/ports.ts';
import { TokenBuckets } from '../guard/token-bucket.ts';

/** How many passwords of tables somebody may choose at once, and how many a second in the long run. */
const BURST = 5;
const RATE = 0.1;
/** When it is worth trying again, seconds. */
const AGAIN_SECONDS = '10';

/**
 * Makes the hashes of new passwords for all tables of a process. Each takes a tenth of a second of a core, so there is one
 * at a time, and everybody has a budget, however many tables they host.
 */
export class NewPasswords {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #hash: (password: string) => Promise<string>;
  readonly #people = new TokenBuckets(RATE, BURST);
  #isHashing = false;

  constructor(clock: Pick<Clock, 'now'>, hash: (password: string) => Promise<string>) {
    this.#clock = clock;
    this.#hash = hash;
  }

  /** The hash of a password that somebody chose, or `busy` or `rate_limited` (detail: seconds). */
  async hash(person: string, password: string): Promise<Result<string, Rejection>> {
    if (this.#isHashing) return err({ code: 'busy' });
    const now = this.#clock.now();
    if (!this.#people.of(person, now).take(now)) return err({ code: 'rate_limited', detail: AGAIN_SECONDS });
    this.#isHashing = true;
    try {
      return ok(await this.#hash(password));
    } finally {
      this.#isHashing = false;
    }
  }
}
