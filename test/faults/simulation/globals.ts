import { createRequire, syncBuiltinESMExports } from 'node:module';
import { EPOCH, type Machine, type Scheduler, type Task } from './scheduler.ts';

/** The run that goes on now; null between runs, when everything is as usual. */
let active: Scheduler | null = null;

/** From now on time, timers and randomness are those of a run; null: of the machine under it. */
export function simulate(scheduler: Scheduler | null): void {
  active = scheduler;
}

/** The run that goes on. @throws between runs */
export function scheduler(): Scheduler {
  if (!active) throw new Error('no simulation runs');
  return active;
}

/** Whose code runs. */
export const machine = (): Machine => scheduler().current;

const real = {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  setImmediate,
  Date,
  random: Math.random,
  performanceNow: performance.now.bind(performance),
};

/** A timer of a run, as `setTimeout` gives it. */
class VirtualTimer {
  readonly #owner: Scheduler;
  readonly #machine: Machine;
  readonly #act: () => void;
  readonly #ms: number;
  readonly #isRepeated: boolean;
  #task: Task;

  constructor(act: () => void, ms: number, isRepeated: boolean) {
    this.#owner = scheduler();
    this.#machine = machine();
    this.#act = act;
    this.#ms = Math.max(1, Number.isFinite(ms) ? ms : 1);
    this.#isRepeated = isRepeated;
    this.#task = this.#plan();
  }

  #plan(): Task {
    return this.#owner.after(this.#machine, this.#ms, () => {
      if (this.#isRepeated) this.#task = this.#plan();
      this.#act();
    });
  }

  close(): this {
    this.#task.act = null;
    return this;
  }
  refresh(): this {
    this.#task.act = null;
    this.#task = this.#plan();
    return this;
  }
  ref = (): this => this;
  unref = (): this => this;
  hasRef = (): boolean => true;
  [Symbol.dispose](): void {
    this.close();
  }
}

const start =
  (isRepeated: boolean, otherwise: (...args: never[]) => unknown) =>
  (act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown =>
    active
      ? new VirtualTimer(() => act(...args), ms, isRepeated)
      : otherwise(...([act, ms, ...args] as never[]));

const stop = (otherwise: (timer: never) => void) => (timer: unknown) =>
  timer instanceof VirtualTimer ? void timer.close() : otherwise(timer as never);

/** Bytes from the machine whose code runs. */
function fill<T extends ArrayBufferView>(target: T): T {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  const { rng } = machine();
  for (let i = 0; i < bytes.length; i++) bytes[i] = rng.int(256);
  return target;
}

const systemNow = (owner: Scheduler): number => EPOCH + Math.floor(owner.now) + owner.current.skewMs;

class VirtualDate extends real.Date {
  constructor(...args: readonly []) {
    super(...((args.length === 0 && active ? [systemNow(active)] : args) as []));
  }
  static override now = (): number => (active ? systemNow(active) : real.Date.now());
}

/**
 * Replaces what a program takes from the machine under it. Call it once, before anything else is loaded: while no run
 * goes on, all of it is as usual.
 */
export function installGlobals(): void {
  const require = createRequire(import.meta.url);
  const set = (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  set(globalThis, 'setTimeout', start(false, real.setTimeout as never));
  set(globalThis, 'setInterval', start(true, real.setInterval as never));
  set(globalThis, 'clearTimeout', stop(real.clearTimeout));
  set(globalThis, 'clearInterval', stop(real.clearInterval));
  set(globalThis, 'setImmediate', (act: (...args: unknown[]) => void, ...args: unknown[]) =>
    active ? active.after(machine(), 0, () => act(...args)) : real.setImmediate(act, ...args),
  );
  set(globalThis, 'Date', VirtualDate);
  set(Math, 'random', () => (active ? machine().rng.next() : real.random()));
  set(performance, 'now', () => (active ? active.now : real.performanceNow()));
  set(AbortSignal, 'timeout', (ms: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ms);
    return controller.signal;
  });

  const timers = require('node:timers/promises') as Record<string, unknown>;
  const realPause = timers.setTimeout as (...args: unknown[]) => unknown;
  timers.setTimeout = (ms: number, value: unknown, options: unknown) =>
    active ? new Promise((resolve) => setTimeout(() => resolve(value), ms)) : realPause(ms, value, options);
  const crypto = require('node:crypto') as Record<string, (...args: never[]) => unknown>;
  const { randomFillSync, randomBytes } = crypto as never as typeof import('node:crypto');
  crypto.randomFillSync = (target: Buffer) => (active ? fill(target) : randomFillSync(target));
  crypto.randomBytes = (size: number) => (active ? fill(Buffer.alloc(size)) : randomBytes(size));
  syncBuiltinESMExports();
  const getRandomValues = globalThis.crypto.getRandomValues.bind(globalThis.crypto);
  set(globalThis.crypto, 'getRandomValues', (target: Uint8Array<ArrayBuffer>) =>
    active ? fill(target) : getRandomValues(target),
  );
}
