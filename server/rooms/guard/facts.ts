import type { Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Clock, Log } from '../../../shared/engine/ports.ts';

/** Refusals that say nothing about a command: it can be said again. */
const LATER: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal']);
/** Pause before a fact that could not be stored is said again, ms; doubled up to the last. */
const FIRST_REST_MS = 250;
const LAST_REST_MS = 10_000;

/** What a room has to say itself, as it is when it can be said; null when there is nothing to say any more. */
type Fact<C> = () => C | null;

/** Whether there is nothing to say at this moment. One that throws is asked again where that is logged. */
function isNothing(fact: Fact<unknown>): boolean {
  try {
    return fact() === null;
  } catch {
    return false;
  }
}

/**
 * What a room itself has to say to its match and must not get lost: each fact is said until it is stored or refused by
 * the rules, one after the other, in their order. A newer one with the same key takes the place of one that waits.
 */
export class Facts<C> {
  readonly #ports: { readonly clock: Clock; readonly log: Log };
  readonly #say: (command: C) => Promise<Result<unknown, Rejection>>;
  readonly #waiting = new Map<string, Fact<C>>();
  #running: Promise<void> | null = null;
  #restMs = FIRST_REST_MS;
  #endRest: (() => void) | null = null;
  #isStopped = false;

  constructor(
    ports: { readonly clock: Clock; readonly log: Log },
    say: (command: C) => Promise<Result<unknown, Rejection>>,
  ) {
    this.#ports = ports;
    this.#say = say;
  }

  /** Resolves when everything that waits is said, or has to wait for the store. Never rejects. */
  async tell(key: string, fact: Fact<C>): Promise<void> {
    if (this.#isStopped) return;
    // Nearly everybody who comes to watch, or leaves again, is nothing that has to be said.
    if (this.#running === null && this.#endRest === null && isNothing(fact)) return;
    this.#waiting.delete(key);
    this.#waiting.set(key, fact);
    if (this.#endRest) return;
    this.#running ??= this.#run();
    await this.#running;
  }

  /** Says nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#endRest?.();
    this.#waiting.clear();
  }

  async #run(): Promise<void> {
    let isLeft = false;
    // What is told meanwhile comes at the end, and is said, too.
    for (const [key, fact] of this.#waiting) {
      const code = await this.#try(fact);
      if (this.#isStopped) break;
      if (code === null || !LATER.has(code)) {
        this.#restMs = FIRST_REST_MS;
        if (this.#waiting.get(key) === fact) this.#waiting.delete(key);
        continue;
      }
      isLeft = true;
      // A bug concerns one fact, a store that is away all of them.
      if (code !== 'internal') break;
    }
    this.#running = null;
    if (isLeft && !this.#isStopped) this.#rest();
  }

  /** Why it could not be said; null when it is, or need not be. */
  async #try(fact: Fact<C>): Promise<string | null> {
    try {
      const command = fact();
      if (command === null) return null;
      const said = await this.#say(command);
      return said.ok ? null : said.error.code;
    } catch (error) {
      this.#ports.log.error({ err: error }, 'a fact of a room could not be said');
      return 'internal';
    }
  }

  #rest(): void {
    const { clock } = this.#ports;
    this.#endRest = clock.setTimer(clock.now() + this.#restMs, () => {
      this.#endRest = null;
      this.#running ??= this.#run();
    });
    this.#restMs = Math.min(LAST_REST_MS, 2 * this.#restMs);
  }
}
