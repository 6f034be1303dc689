import { LRUCache } from 'lru-cache';
import { nanoid } from 'nanoid';
import { type Topics, topic } from './topics.ts';

/** A question without an answer is said again after this time, ms: it or its answer may be lost. */
const AGAIN_MS = 500;
/** Answers that are kept for questions that come again, and for how long, ms: longer than anybody asks. */
const MAX_KEPT = 20_000;
const KEPT_MS = 10_000;

/** A question to another process. Survives JSON. */
export interface Question {
  /** What is asked. */
  readonly about: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** What comes back. `absent`: the process does not have what was asked. `full`: there is too much of it already. */
export type CallAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'full'; readonly quota: string }
  | { readonly kind: 'failed'; readonly isPassing: boolean; readonly message: string };

interface Asked extends Question {
  readonly id: string;
  readonly from: string;
}

/** What a process listens to as long as it can be asked. */
export const questionsTo = (process: string) => topic<Asked>(`asked:${process}`);
const answersTo = (process: string) => topic<{ id: string; answer: CallAnswer }>(`answered:${process}`);

/** Questions from process to process, over two topics of each. Each is carried out once, however often it comes. */
export class Calls {
  readonly #process: string;
  readonly #topics: Topics;
  readonly #waiting = new Map<string, (answer: CallAnswer) => void>();
  readonly #given = new LRUCache<string, Promise<CallAnswer>>({
    maxSize: MAX_KEPT,
    sizeCalculation: () => 1,
    ttl: KEPT_MS,
  });

  constructor(process: string, topics: Topics) {
    this.#process = process;
    this.#topics = topics;
  }

  /** From now on questions of others are answered; resolves when every one from now on will come. */
  async open(answer: (question: Question) => Promise<CallAnswer>): Promise<void> {
    const questions = this.#topics.subscribe(
      questionsTo(this.#process),
      async ({ id, from, ...question }) => {
        const given = this.#given.get(id) ?? answer(question);
        this.#given.set(id, given, { noUpdateTTL: true });
        this.#topics.publish(answersTo(from), { id, answer: await given });
      },
    );
    const answers = this.#topics.subscribe(answersTo(this.#process), ({ id, answer: said }) => {
      this.#waiting.get(id)?.(said);
    });
    await Promise.all([questions.ready, answers.ready]);
  }

  /** Asks a process. `answer` stays open as long as nothing comes; `stop` whoever does not wait any more. */
  ask(process: string, question: Question): { readonly answer: Promise<CallAnswer>; stop(): void } {
    const id = nanoid();
    const answer = new Promise<CallAnswer>((resolve) => this.#waiting.set(id, resolve));
    const say = () => this.#topics.publish(questionsTo(process), { ...question, id, from: this.#process });
    say();
    const timer = setInterval(say, AGAIN_MS).unref();
    void answer.then(() => clearInterval(timer));
    const stop = () => {
      clearInterval(timer);
      this.#waiting.delete(id);
    };
    return { answer, stop };
  }
}
