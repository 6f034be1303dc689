/** What a worker used since it told of itself last. */
export interface WorkerSample {
  readonly worker: number;
  /** CPU time of its thread, ms. */
  readonly cpuMs: number;
  /** How long that was, ms: a worker that is busy tells late. */
  readonly ms: number;
  /** How late its event loop came round at worst, ms. */
  readonly lagMs: number;
}

/** The busiest worker: CPU in percent of a core, and how late the event loop of any was at worst. */
export interface BusiestWorker {
  readonly cpu: number;
  readonly lagMs: number;
}

/** What all workers used between two moments. */
export class WorkersUse {
  readonly #workers = new Map<number, { cpuMs: number; ms: number }>();
  #lagMs = 0;

  add({ worker, cpuMs, ms, lagMs }: WorkerSample): void {
    const before = this.#workers.get(worker) ?? { cpuMs: 0, ms: 0 };
    this.#workers.set(worker, { cpuMs: before.cpuMs + cpuMs, ms: before.ms + ms });
    this.#lagMs = Math.max(this.#lagMs, lagMs);
  }

  /** Null when none of them told anything. */
  get busiest(): BusiestWorker | null {
    if (this.#workers.size === 0) return null;
    const shares = [...this.#workers.values()].map(({ cpuMs, ms }) => (ms === 0 ? 0 : (100 * cpuMs) / ms));
    return { cpu: Math.max(...shares), lagMs: this.#lagMs };
  }
}
