import { Worker } from 'node:worker_threads';
import type { Log } from '../../../shared/engine/ports.ts';
import type { Reply, Request } from './messages.ts';

/** The worker lies beside this file, whether that is a source or built. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** A worker thread that is replaced when it ends. It is asked one thing at a time. */
export class Link {
  readonly #file: string;
  readonly #log: Log;
  #worker: Worker | null = null;
  #asked: { resolve(reply: Reply): void; reject(error: Error): void } | null = null;

  constructor(file: string, log: Log) {
    this.#file = file;
    this.#log = log;
  }

  /** Rejects when the worker ends before it answers. */
  ask(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      this.#worker ??= this.#start();
      this.#worker.postMessage(request);
    });
  }

  /** Lets the worker finish and close the store; ends it after `deadlineMs`. */
  async close(deadlineMs: number): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await new Promise<void>((resolve) => {
      // A thread that hangs in a call of the system cannot even be ended.
      const timer = setTimeout(() => {
        void worker.terminate();
        resolve();
      }, deadlineMs);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      worker.postMessage('close');
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { name: 'storage', workerData: { file: this.#file } });
    worker.on('message', (reply: Reply) => {
      const asked = this.#asked;
      this.#asked = null;
      asked?.resolve(reply);
    });
    worker.on('error', (error) => this.#log.error({ err: error }, 'the thread of the store failed'));
    worker.once('exit', () => {
      this.#worker = null;
      this.#asked?.reject(new Error('the thread of the store ended'));
      this.#asked = null;
    });
    return worker;
  }
}
