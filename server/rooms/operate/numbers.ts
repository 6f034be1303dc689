import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../../shared/engine/ports.ts';
import { type Topics, topic } from '../../infra/topics.ts';

/** Somebody looks at the numbers of all processes. Said again and again as long as it is so. */
export const LOOKING = topic<{
  /** Names of processes that shall end. */
  readonly drain: readonly string[];
}>('operators-looking');

/** What a process is like. */
export interface Told {
  /** The name of the process. */
  readonly process: string;
  /** Epoch ms. */
  readonly at: number;
  readonly isLeaving: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}
export const NUMBERS = topic<Told>('operators-numbers');

/** How often a process says its numbers, ms: when nothing happens, and when something does. */
const CALM_MS = 1_000;
const BUSY_MS = 250;
/** How long after the last word nobody looks any more, ms. */
const LOOKED_MS = 3_000;
/** What has to change for numbers to be worth saying at once. */
const EVENTS = ['moves', 'messages', 'connections'];

interface NumbersPorts {
  readonly topics: Topics;
  readonly clock: Clock;
  /** The name of this process. */
  readonly process: string;
  /** The numbers of this moment; called four times a second while somebody looks. */
  read(): Readonly<Record<string, number>>;
  isLeaving(): boolean;
  /** Ends this process as a signal does. */
  drain(): void;
}

/** Says the numbers of this process to operators, as long as one looks; nothing is read when nobody does. */
export class Numbers {
  readonly #ports: NumbersPorts;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #saidAt = Number.NEGATIVE_INFINITY;
  #events: readonly (number | undefined)[] = [];
  #stopTimer: (() => void) | null = null;
  #isDrained = false;

  constructor(ports: NumbersPorts) {
    this.#ports = ports;
  }

  /** Resolves when every question from now on is heard. */
  async listen(): Promise<void> {
    await this.#ports.topics.subscribe(LOOKING, ({ drain }) => {
      this.#lookedAt = this.#ports.clock.now();
      if (!this.#stopTimer) this.#tell();
      if (!drain.includes(this.#ports.process) || this.#isDrained) return;
      this.#isDrained = true;
      this.#ports.drain();
    }).ready;
  }

  #tell(): void {
    const { clock, topics, process, read, isLeaving } = this.#ports;
    const at = clock.now();
    this.#stopTimer = null;
    if (at - this.#lookedAt > LOOKED_MS) return;
    this.#stopTimer = clock.setTimer(at + BUSY_MS, () => this.#tell());
    const numbers = read();
    const events = EVENTS.map((name) => numbers[name]);
    if (at - this.#saidAt < CALM_MS && isDeepStrictEqual(events, this.#events)) return;
    this.#saidAt = at;
    this.#events = events;
    topics.publish(NUMBERS, { process, at, isLeaving: isLeaving(), numbers });
  }
}
