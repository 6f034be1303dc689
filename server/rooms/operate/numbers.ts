import type { Clock } from '../../../shared/engine/ports.ts';
import { type Topics, topic } from '../../infra/topics.ts';

/** Somebody looks at the numbers of all processes. Said again and again as long as it is so. */
export const LOOKING = topic<{
  /** Processes that shall end, as the directory knows them: one that took the name of such a one is another. */
  readonly drain: readonly string[];
}>('operators-looking');

/** What a process is like. */
export interface Told {
  /** The process, as the directory knows it, and its name: another one may have that after it. */
  readonly process: string;
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
  readonly isLeaving: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}
export const NUMBERS = topic<Told>('operators-numbers');

/** How often a process reads and says its numbers, ms; what people do in between is said sooner. */
const READ_MS = 1_000;
const EVENTS_MS = 250;
/** How long after the last word nobody looks any more, ms. */
const LOOKED_MS = 3_000;
interface NumbersPorts {
  readonly topics: Topics;
  readonly clock: Clock;
  /** This process, as the directory knows it, and its name. */
  readonly process: string;
  readonly name: string;
  /** The numbers of this moment; called once a second while somebody looks. */
  read(): Readonly<Record<string, number>>;
  /** Those of them that grow by what people do; cheap, called four times a second. */
  events(): Readonly<Record<string, number>>;
  isLeaving(): boolean;
  /** Ends this process as a signal does. */
  drain(): void;
}

/** Says the numbers of this process to operators, as long as one looks; nothing is read when nobody does. */
export class Numbers {
  readonly #ports: NumbersPorts;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;
  /** What was said last. */
  #numbers: Readonly<Record<string, number>> = {};
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
    const { clock, topics, process, name, isLeaving } = this.#ports;
    const at = clock.now();
    this.#stopTimer = null;
    if (at - this.#lookedAt > LOOKED_MS) return;
    this.#stopTimer = clock.setTimer(at + EVENTS_MS, () => this.#tell());
    const isDue = at - this.#readAt >= READ_MS;
    const events = this.#ports.events();
    if (!isDue && Object.entries(events).every(([event, value]) => this.#numbers[event] === value)) return;
    if (isDue) this.#readAt = at;
    this.#numbers = isDue ? this.#ports.read() : { ...this.#numbers, ...events };
    topics.publish(NUMBERS, { process, name, at, isLeaving: isLeaving(), numbers: this.#numbers });
  }
}
