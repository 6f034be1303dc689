import { Worker } from 'node:worker_threads';
import type { Slice } from '../measure/recorder.ts';
import type { WorkerSample } from '../measure/workers-use.ts';
import type { FromWorker, Load, Step, ToWorker } from './messages.ts';

/** All workers of a run, as one. */
export class Crew {
  /** Called about once a second for each worker. */
  onSlice: (slice: Slice, sample: WorkerSample) => void = () => {};
  readonly #workers: readonly Worker[];
  readonly #steps = new Map<Worker, (step: string) => void>();
  #sent = 0;
  #came = 0;
  #failed = 0;
  readonly #crash: Promise<never>;

  private constructor(workers: readonly Worker[]) {
    this.#workers = workers;
    workers.forEach((worker, index) => {
      worker.on('message', (message: FromWorker) => this.#take(worker, index, message));
    });
    this.#crash = new Promise((_, reject) => {
      for (const worker of workers) worker.once('error', reject);
    });
    this.#crash.catch(() => {});
  }

  /** Starts the workers; resolves when all are ready. */
  static async start(count: number, load: Omit<Load, 'worker' | 'workers'>): Promise<Crew> {
    const file = new URL('./worker.ts', import.meta.url);
    const workers = Array.from(
      { length: count },
      (_, worker) => new Worker(file, { workerData: { ...load, worker, workers: count } satisfies Load }),
    );
    const crew = new Crew(workers);
    await crew.#all('open');
    return crew;
  }

  /** Units that are in. */
  get came(): number {
    return this.#came;
  }

  /** Units that are on their way in. */
  get coming(): number {
    return this.#sent - this.#came - this.#failed;
  }

  /** Lets this many more units come in, spread over the workers. */
  add(units: number): void {
    const lists = this.#workers.map(() => [] as number[]);
    for (let i = 0; i < units; i++) {
      lists[this.#sent % lists.length]!.push(this.#sent);
      this.#sent++;
    }
    this.#workers.forEach((worker, index) => {
      const list = lists[index]!;
      if (list.length > 0) worker.postMessage({ type: 'add', units: list } satisfies ToWorker);
    });
  }

  /** Asks all workers what they saw; it comes as slices, from whoever is busy a while later. */
  tell(): void {
    for (const worker of this.#workers) worker.postMessage({ type: 'tell' } satisfies ToWorker);
  }

  /** Takes a step in all workers at once; resolves when it is done in all. */
  async take(step: Step): Promise<void> {
    const done = this.#all(step);
    for (const worker of this.#workers) worker.postMessage({ type: step } satisfies ToWorker);
    await done;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  /** @throws when a worker crashes meanwhile */
  async #all(step: string): Promise<void> {
    const each = this.#workers.map(
      (worker) =>
        new Promise<void>((resolve) => {
          this.#steps.set(worker, (taken) => {
            if (taken === step) resolve();
          });
        }),
    );
    await Promise.race([Promise.all(each), this.#crash]);
  }

  #take(worker: Worker, index: number, message: FromWorker): void {
    if (message.type === 'slice') {
      this.onSlice(message.slice, { ...message.use, worker: index });
    } else if (message.type === 'done') this.#steps.get(worker)?.(message.step);
    else if (message.index === null) this.#failed++;
    else this.#came++;
  }
}
