import { signal } from '@preact/signals';
import type { Talk } from '../../store/chat/talk.ts';

/** What appears within this time after something was fetched is not news, ms. */
const QUIET_MS = 600;
/** A failed fetch is not tried again before, ms. */
const RETRY_MS = 3_000;

type Fetch = () => ReturnType<Talk['link']['loadOlder']>;

/** Fetches what is older, one thing at a time, and says when what appears is not news. */
export class OlderMessages {
  /** What appears now is not news: it is not read out. */
  readonly isQuiet = signal(true);
  readonly #talk: Talk;
  readonly #onRetry: () => void;
  /** Ends when the next thing may be fetched. */
  #busy: Promise<unknown> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onRetry called when a fetch that failed may be tried again */
  constructor(talk: Talk, onRetry: () => void) {
    this.#talk = talk;
    this.#onRetry = onRetry;
  }

  /** Fetches one more page, unless something is being fetched. */
  more(): void {
    if (this.#busy) return;
    void this.#fetch(() => this.#talk.link.loadOlder()).then((isDone) => {
      if (!isDone) this.#pause();
    });
  }

  /** Fetches what somebody asked for, after what is being fetched. Resolves to whether it is there. */
  async ask(fetch: Fetch): Promise<boolean> {
    await this.#busy;
    return this.#fetch(fetch);
  }

  #fetch(fetch: Fetch): Promise<boolean> {
    clearTimeout(this.#timer);
    this.isQuiet.value = true;
    const done = fetch().then((result) => {
      if (!result.ok) this.#talk.refusal.value = { place: 'log', message: result.error.message };
      this.#busy = null;
      this.calmDown();
      return result.ok;
    });
    this.#busy = done;
    return done;
  }

  #pause(): void {
    this.#busy = new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS)).then(() => {
      this.#busy = null;
      this.#onRetry();
    });
  }

  /** What appears a moment from now is news. */
  calmDown(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isQuiet.value = false;
    }, QUIET_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
