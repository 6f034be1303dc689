import type { Log } from '../../../shared/engine/ports.ts';
import { READ_MS, Unavailable } from '../types.ts';
import type { Link } from './link.ts';
import { isTrouble, type Reads, type Reply, type Trouble, type Writes } from './messages.ts';
import { Pace } from './pace.ts';
import { ReadQueue, type WaitingRead } from './read-queue.ts';
import { WriteQueue } from './write-queue.ts';

/** Pause before what met trouble is tried again, ms; doubled up to the last. */
const FIRST_REST_MS = 20;
const LAST_REST_MS = 1_000;
/** Other processes may be in the way so many times in a row before it is worth a line in the log. */
const QUIET_BUSY = 3;
/** How long `close` waits for the writes, and then for the worker, ms. */
const CLOSE_MS = 5_000;

/**
 * The way to the worker: one message at a time, with everything that came meanwhile. Writes that meet trouble are tried
 * again, all in their order, until they are done; so is a store that was away, until it is back.
 */
export class Lane {
  readonly #link: Link;
  readonly #log: Log;
  readonly #writes = new WriteQueue();
  readonly #reads = new ReadQueue();
  /** Whether an earlier attempt may have stored the batch. */
  #isRepeated = false;
  /** Troubles since the last success. */
  #troubles = 0;
  #isTold = false;
  /** Troubles since the start. */
  troubles = 0;
  /** When the worker was asked what it has not answered. */
  #askedAt: number | null = null;
  #isRunning = false;
  readonly #pace = new Pace();
  #gathering: NodeJS.Timeout | null = null;
  /** The pause after trouble, and whether reads have to wait for its end, too. */
  #rest: { readonly timer: NodeJS.Timeout; isForReads: boolean } | null = null;
  #closing: Promise<void> | null = null;
  #isStopped = false;
  #onIdle: () => void = () => {};

  constructor(link: Link, log: Log) {
    this.#link = link;
    this.#log = log;
  }

  /** Writes that wait. */
  get waiting(): number {
    return this.#writes.size;
  }

  /** False after trouble, and while an answer is overdue. */
  get isUp(): boolean {
    const isOverdue = this.#askedAt !== null && performance.now() - this.#askedAt > READ_MS;
    return this.#troubles === 0 && !isOverdue;
  }

  write<N extends keyof Writes>(name: N, ...args: Parameters<Writes[N]>): Promise<number> {
    if (this.#closing) return Promise.reject(new Unavailable('the store is closed'));
    const answer = this.#writes.add([name, ...args]);
    void this.#run();
    return answer;
  }

  read<N extends keyof Reads>(name: N, ...args: Parameters<Reads[N]>): Promise<ReturnType<Reads[N]>> {
    if (this.#closing) return Promise.reject(new Unavailable('the store is closed'));
    const answer = this.#reads.add(name, args);
    void this.#run();
    return answer;
  }

  /** Finishes what waits or gives it up, then ends the worker. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#isRunning || this.waiting > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CLOSE_MS);
        this.#onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#isStopped = true;
    clearTimeout(this.#rest?.timer);
    clearTimeout(this.#gathering ?? undefined);
    await this.#link.close(CLOSE_MS);
    this.#writes.abandon();
    this.#reads.abandon();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    // Whatever else is asked for in this turn goes along.
    await Promise.resolve();
    while (!this.#isStopped && !this.#rest?.isForReads) {
      const writes = this.#rest || this.#isGathering() ? [] : this.#writes.batch();
      const reads = this.#reads.take();
      const isTrial = this.#troubles > 0 && !this.#rest;
      if (writes.length === 0 && reads.length === 0 && !isTrial) break;
      const askedAt = performance.now();
      this.#askedAt = askedAt;
      const reply = await this.#link
        .ask([this.#isRepeated, writes, reads.map(({ call }) => call)])
        .catch((error: Error) => error);
      this.#askedAt = null;
      if (writes.length > 0) this.#pace.answered(askedAt, performance.now(), this.waiting);
      if (reply instanceof Error) this.#onLost(reply, writes.length > 0, reads);
      else this.#onReply(reply, writes.length > 0 || isTrial, reads);
    }
    this.#isRunning = false;
    if (this.waiting === 0) this.#onIdle();
  }

  /** Whether writes wait for others to come along; then they go by themselves when it is time. */
  #isGathering(): boolean {
    if (this.#gathering) return true;
    // A timer knows whole milliseconds.
    const restMs = Math.round(this.#pace.restMs(performance.now()));
    if (restMs === 0 || this.waiting === 0) return false;
    this.#gathering = setTimeout(() => {
      this.#gathering = null;
      void this.#run();
    }, restMs);
    return true;
  }

  #onReply([written, read]: Reply, isWrite: boolean, reads: readonly WaitingRead[]): void {
    const trouble = this.#reads.settle(reads, read);
    if (isTrouble(written)) {
      this.#isRepeated ||= written.isUncertain;
      this.#pause(written, false);
    } else if (isWrite) {
      this.#isRepeated = false;
      this.#writes.settle(written);
      if (!trouble) this.#onSuccess();
    }
    if (trouble) this.#pause(trouble, true);
  }

  /** The worker ended. Its reads are not asked again: one of them may be what ended it. */
  #onLost({ message }: Error, isWrite: boolean, reads: readonly WaitingRead[]): void {
    for (const { reject } of reads) reject(new Unavailable(message));
    this.#isRepeated ||= isWrite;
    this.#pause({ trouble: message, kind: 'disk', isUncertain: isWrite }, true);
  }

  #onSuccess(): void {
    if (this.#isTold) this.#log.info({ waiting: this.waiting }, 'the store is back');
    this.#troubles = 0;
    this.#isTold = false;
  }

  #pause({ trouble, kind }: Trouble, isForReads: boolean): void {
    this.troubles++;
    if (!this.#isTold && (kind !== 'busy' || this.#troubles >= QUIET_BUSY)) {
      this.#log.error({ trouble, waiting: this.waiting }, 'the store is away');
      this.#isTold = true;
    }
    if (this.#rest) {
      this.#rest.isForReads ||= isForReads;
      return;
    }
    const restMs = Math.min(LAST_REST_MS, FIRST_REST_MS * 2 ** Math.min(10, this.#troubles));
    this.#troubles++;
    const timer = setTimeout(() => {
      this.#rest = null;
      void this.#run();
    }, restMs);
    this.#rest = { timer, isForReads };
  }
}
