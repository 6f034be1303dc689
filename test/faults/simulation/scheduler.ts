import { createHash } from 'node:crypto';
import type { Rng } from '../../../shared/core/rng.ts';
import { seededRng } from '../../../shared/core/seeded-rng.ts';

/** When the virtual time of every run begins, epoch ms. */
export const EPOCH = 1_800_000_000_000;

/** Something that computes on its own: a server process, a page, the store. */
export class Machine {
  readonly name: string;
  readonly rng: Rng;
  /** How far its system clock is ahead of the others', ms. */
  skewMs = 0;
  /** Killed: nothing of it happens any more. */
  isDead = false;
  /** Held up until this moment of the run, ms: what is due meanwhile happens then, in the same order. */
  pausedUntil = 0;

  constructor(name: string, seed: number) {
    this.name = name;
    this.rng = seededRng(seed);
  }
}

/** Something that will happen. */
export interface Task {
  at: number;
  readonly order: number;
  readonly machine: Machine;
  act: (() => void) | null;
}

/** The real one, whatever becomes of the global of this name. */
const realImmediate = setImmediate;
/** Lets everything run that waits for settled promises. */
const settled = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));

/** A queue of tasks by time, those of one moment in the order in which they were planned. */
class Queue {
  readonly #heap: Task[] = [];

  get first(): Task | undefined {
    return this.#heap[0];
  }

  push(task: Task): void {
    const heap = this.#heap;
    let index = heap.push(task) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(task, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = task;
  }

  pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
  }
}

const isBefore = (a: Task, b: Task): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * Virtual time for many machines in one thread. One task runs at a time, with all that follows from it at once; whatever
 * a machine does later, or does to another one, is a task of its own. So the same seed gives the same run.
 */
export class Scheduler {
  readonly #queue = new Queue();
  readonly #hash = createHash('sha1');
  readonly #print: ((line: string) => void) | null;
  #order = 0;
  #now = 0;
  /** The machine whose task runs; the world itself between tasks. */
  current: Machine;
  readonly world: Machine;

  /** @param print is given each line of the trace */
  constructor(seed: number, print: ((line: string) => void) | null = null) {
    this.world = new Machine('world', seed);
    this.current = this.world;
    this.#print = print;
  }

  /** Since the run began, ms. */
  get now(): number {
    return this.#now;
  }

  /** Plans something for a machine; it does not happen when that one is dead by then. */
  after(machine: Machine, ms: number, act: () => void): Task {
    const task = { at: this.#now + Math.max(0, ms), order: this.#order++, machine, act };
    this.#queue.push(task);
    return task;
  }

  /** Resolves after some time, for the machine that asks. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(this.current, ms, resolve));
  }

  /** Lets time pass. */
  async run(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (let task = this.#queue.first; task && task.at <= until; task = this.#queue.first) {
      this.#queue.pop();
      const { machine, act } = task;
      if (act === null || machine.isDead) continue;
      if (machine.pausedUntil > task.at) {
        task.at = machine.pausedUntil;
        this.#queue.push(task);
        continue;
      }
      this.#now = task.at;
      this.current = machine;
      act();
      await settled();
    }
    this.current = this.world;
    this.#now = until;
  }

  /** Goes into the trace, and into its hash. */
  note(line: string): void {
    const whole = `${this.#now.toFixed(2)} ${line}`;
    this.#hash.update(`${whole}\n`);
    this.#print?.(whole);
  }

  /** A name for everything that was noted: the same for equal runs. Ends the trace. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
