import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Visit } from './chaos-browser.ts';
import type { TableLog } from './chaos-table-client.ts';
import type { Tapped } from './chaos-tap.ts';
import type { ChatLog } from './chat-client.ts';

/** Who a page belongs to and what they do there. */
export interface PageTask {
  readonly visit: Visit;
  readonly name: string;
  readonly seed: number;
  readonly conversations: readonly string[];
  readonly table: string | null;
}

/** `act`: begin to write and play; `rest`: stop, and tell when everything is answered; `log`: tell everything. */
export type PageRequest = 'act' | 'rest' | 'log';

export interface PageLog {
  readonly type: 'log';
  readonly steps: readonly Tapped[];
  readonly logs: readonly (ChatLog | TableLog)[];
}

export type PageAnswer =
  | { readonly type: 'live'; readonly room: string; readonly isLive: boolean; readonly at: number }
  | { readonly type: 'rested' }
  | PageLog;

/** A time without a connection to one room, epoch ms; `to` is null while it lasts. */
export interface Absence {
  readonly room: string;
  readonly from: number;
  to: number | null;
}

/** A page in a thread of its own, as seen from outside. */
export class Page {
  readonly task: PageTask;
  /** What the thread died of, or null. */
  failure: Error | null = null;
  /** Every time it was without a connection, the first ones from its beginning on. */
  readonly absences: Absence[] = [];
  readonly #worker: Worker;
  #isStarted = false;

  constructor(task: PageTask) {
    this.task = task;
    this.#worker = new Worker(new URL('./chaos-page.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#worker.on('error', (error) => {
      this.failure = error;
    });
    this.#worker.on('message', (answer: PageAnswer) => {
      if (answer.type === 'live') this.#noteLive(answer);
    });
  }

  /** What it is connected to: conversations, the code of a table. */
  get rooms(): readonly string[] {
    const { conversations, table } = this.task;
    return table === null ? conversations : [...conversations, table];
  }

  /** The times without a connection since it was first connected. */
  get lossesSinceStart(): readonly Absence[] {
    return this.absences.filter(
      (absence, index) => this.absences.findIndex(({ room }) => room === absence.room) < index,
    );
  }

  /** Connected to all its rooms. */
  get isLive(): boolean {
    return this.#isStarted && this.absences.every(({ to }) => to !== null);
  }

  /** Where it has no connection at this moment, each with its name. */
  get missing(): string[] {
    return this.absences.filter(({ to }) => to === null).map(({ room }) => `${this.task.name} in ${room}`);
  }

  act(): void {
    this.#worker.postMessage('act' satisfies PageRequest);
  }

  async rest(): Promise<void> {
    await this.#ask('rest', 'rested');
  }

  async log(): Promise<PageLog> {
    return this.#ask('log', 'log');
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #noteLive({ room, isLive, at }: Extract<PageAnswer, { type: 'live' }>): void {
    const open = this.absences.find((absence) => absence.room === room && absence.to === null);
    if (isLive && open) open.to = at;
    else if (!isLive && !open) this.absences.push({ room, from: at, to: null });
    this.#isStarted ||= this.absences.length === this.rooms.length;
  }

  async #ask<T extends PageAnswer['type']>(
    request: PageRequest,
    type: T,
  ): Promise<Extract<PageAnswer, { type: T }>> {
    this.#worker.postMessage(request);
    for (;;) {
      const [answer]: PageAnswer[] = await once(this.#worker, 'message');
      if (answer?.type === type) return answer as Extract<PageAnswer, { type: T }>;
    }
  }
}
