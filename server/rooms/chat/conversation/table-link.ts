import type { Clock, Log } from '../../../../shared/engine/ports.ts';
import type { TalkInfo } from '../../table-talk.ts';

/** How long the table may take to say how things are there, ms. */
const ANSWER_MS = 2_000;
/** While something is secret, or a table does not answer, it is asked again after this time, ms. */
const AGAIN_MS = 1_000;
/** Otherwise after this time: who was sent away leaves the talk, too, when no news of that came, ms. */
const CHECK_MS = 10_000;

export interface TableLinkPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** How the table is now; null when it is closed for good. May reject. */
  ask(): Promise<TalkInfo | null>;
  /** Called with every answer that is not older than the last one, before whoever asked hears that there is one. */
  onAnswer(info: TalkInfo | null): void;
  /** Called when nothing that anybody did since the last question is unknown to the table: people may be shown as they are. */
  onSettled(): void;
}

/**
 * What the talk of a table knows of it. Whatever would be noticed by others is decided by an answer of the table to a
 * question that was asked **after** the wish came in: who wrote it can know nothing that became secret later than that, so
 * that the answer is never too old in a direction that does harm. News on a topic only say that it is time to ask; when
 * they are late or lost, nothing is told that must not be, and a question in each second brings the reveal.
 *
 * A question is a call within the process where the two live together, as they do unless a process ended; a game without
 * secrets is asked when there are news, and not for each message. A table that does not answer opens nothing: wishes are
 * refused as `unavailable` and wait with whoever wrote them.
 */
export class TableLink {
  readonly #ports: TableLinkPorts;
  #seq = -1;
  #isClosed = false;
  #hasSecrets = true;
  #isUnsure = false;
  #isSettling = false;
  #isStale = false;
  #dueAt = Number.POSITIVE_INFINITY;
  #disarm = () => {};
  #isOver = false;

  constructor(ports: TableLinkPorts) {
    this.#ports = ports;
  }

  /** Whether something may be secret at this table at some time. */
  get hasSecrets(): boolean {
    return this.#hasSecrets && !this.#isClosed;
  }

  /** Asks how things are. May reject when the table does not answer in time. */
  async ask(): Promise<void> {
    if (this.#isClosed) return;
    const info = await this.#answer();
    if (info && info.seq < this.#seq) return;
    this.#seq = info?.seq ?? this.#seq;
    this.#isClosed = info === null;
    this.#hasSecrets = info?.hasSecrets ?? false;
    this.#ports.onAnswer(info);
    this.#isUnsure = info?.wall != null;
    this.#watch();
  }

  /** Asks, if there may be a secret; whether it is known now how things are. */
  async isSure(): Promise<boolean> {
    if (!this.hasSecrets) return true;
    try {
      await this.ask();
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  /** There are news of a table. */
  hear(seq: number): void {
    if (seq > this.#seq) void this.settle();
  }

  /** Somebody did something that others may see: people are shown as they are as soon as the table allows it. */
  async settle(): Promise<void> {
    this.#isStale = true;
    if (this.#isSettling) return;
    this.#isSettling = true;
    try {
      // What happened while the table was asked is not covered by its answer.
      while (this.#isStale && !this.#isOver) {
        this.#isStale = false;
        await this.ask();
      }
      if (!this.#isOver) this.#ports.onSettled();
    } catch (error) {
      this.#fail(error);
    }
    this.#isSettling = false;
  }

  close(): void {
    this.#isOver = true;
    this.#disarm();
  }

  #fail(error: unknown): void {
    this.#ports.log.warn({ err: error }, 'a table does not tell its talk how things are');
    this.#isUnsure = true;
    this.#watch();
  }

  /** Asks again in time. */
  #watch(): void {
    const { clock } = this.#ports;
    const at = clock.now() + (this.#isUnsure ? AGAIN_MS : CHECK_MS);
    if (this.#isOver || this.#isClosed || at >= this.#dueAt) return;
    this.#disarm();
    this.#dueAt = at;
    this.#disarm = clock.setTimer(at, () => {
      this.#dueAt = Number.POSITIVE_INFINITY;
      void this.settle();
    });
  }

  #answer(): Promise<TalkInfo | null> {
    const { clock } = this.#ports;
    return new Promise((resolve, reject) => {
      const disarm = clock.setTimer(clock.now() + ANSWER_MS, () => reject(new Error('no answer in time')));
      this.#ports.ask().then(resolve, reject).finally(disarm);
    });
  }
}
