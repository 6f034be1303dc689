import { MAX_WAITING_CHARACTERS, MAX_WAITING_WRITES, Unavailable } from '../types.ts';
import type { Call, Fault, Writes } from './messages.ts';

interface Waiting {
  readonly call: Call<keyof Writes>;
  readonly characters: number;
  resolve(answer: number): void;
  reject(error: Error): void;
}

const charactersOf = (call: Call<string>): number => {
  let sum = 0;
  for (const part of call) if (typeof part === 'string') sum += part.length;
  return sum;
};

/** Writes in the order they came: those of the transaction that is being tried, and those that wait for the next. */
export class WriteQueue {
  #batch: readonly Waiting[] = [];
  #next: Waiting[] = [];
  #characters = 0;

  get size(): number {
    return this.#batch.length + this.#next.length;
  }

  /** Resolves to the answer of the worker; rejects as `Unavailable` at once when too much waits. */
  add(call: Call<keyof Writes>): Promise<number> {
    const characters = charactersOf(call);
    if (this.size >= MAX_WAITING_WRITES || this.#characters + characters > MAX_WAITING_CHARACTERS) {
      return Promise.reject(new Unavailable('too many writes wait'));
    }
    this.#characters += characters;
    return new Promise((resolve, reject) => {
      this.#next.push({ call, characters, resolve, reject });
    });
  }

  /** What the next transaction has to try: the same until it is settled. */
  batch(): readonly Call<keyof Writes>[] {
    if (this.#batch.length === 0) {
      this.#batch = this.#next;
      this.#next = [];
    }
    return this.#batch.map(({ call }) => call);
  }

  /** Passes on the answers for the batch, one for each. */
  settle(answers: readonly (number | Fault)[]): void {
    const done = this.#batch;
    this.#batch = [];
    for (const [index, { characters, resolve, reject }] of done.entries()) {
      this.#characters -= characters;
      const answer = answers[index]!;
      if (typeof answer === 'number') resolve(answer);
      else reject(new Error(answer.fault));
    }
  }

  /** Refuses everything. */
  abandon(): void {
    for (const { reject } of [...this.#batch, ...this.#next]) reject(new Unavailable('the store is closed'));
    this.#batch = [];
    this.#next = [];
  }
}
