import { err, ok } from '../../shared/core/result.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { AppendFailure, Clock, Entropy, Entry, Journal, Log } from '../../shared/engine/ports.ts';

/** A clock that only moves when told to. Timers fire in order of their moment. */
export class FakeClock implements Clock {
  #now: number;
  #timers: { at: number; fire: () => void }[] = [];

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimer(at: number, fire: () => void): () => void {
    const timer = { at, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How many timers are armed. */
  get armed(): number {
    return this.#timers.length;
  }

  /** Moves the time and fires what is due, letting promises settle after each timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.fire();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets everything that waits for resolved promises run. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let names = 0;

/** Every decision draws from one seeded stream; names are counted. */
export const seededEntropy = (seed: number): Entropy => {
  const rng = seededRng(seed);
  return { rng: () => rng, unique: () => `owner${++names}` };
};

/** Collects what is logged. */
export const fakeLog = (): Log & { readonly lines: string[] } => {
  const lines: string[] = [];
  const write = (_fields: Record<string, unknown>, message: string) => {
    lines.push(message);
  };
  return { lines, debug: write, info: write, warn: write, error: write };
};

/** A journal that answers the next appends with the given failures, or waits until it is let go. */
export function faultyJournal<E>(inner: Journal<E>) {
  const failures: AppendFailure[] = [];
  let gate: Promise<void> | null = null;
  let open: () => void = () => {};
  return {
    failNext: (failure: AppendFailure) => failures.push(failure),
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => {
      gate = null;
      open();
    },
    append: async (entry: Entry<E>) => {
      await gate;
      const failure = failures.shift();
      return failure ? err(failure) : inner.append(entry);
    },
    read: inner.read,
    find: inner.find,
  } satisfies Journal<E> & Record<string, unknown>;
}

/** A journal whose reads fail. */
export const unreadableJournal = <E>(): Journal<E> => ({
  append: async () => ok(null),
  read: async () => err({ kind: 'unavailable' }),
  find: async () => err({ kind: 'unavailable' }),
});

/** Passwords that cost nothing to compare. */
export const plainPasswords = {
  hash: async (password: string) => `hash of ${password}`,
  verify: async (password: string, hash: string | null) => hash === `hash of ${password}`,
};
