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
  /** How many times as long as usual they rest between two acts. */
  readonly calm: number | undefined;
}

/** `act`: begin to write and play; `rest`: stop, and tell when everything is answered; `log`: tell everything. */
export type PageRequest = 'act' | 'rest' | 'log';

export interface PageLog {
  readonly type: 'log';
  readonly steps: readonly Tapped[];
  readonly logs: readonly (ChatLog | TableLog)[];
}

export type PageAnswer =
  | { readonly type: 'state'; readonly room: string; readonly state: string; readonly at: number }
  | ({ readonly type: 'trouble' } & Trouble)
  | { readonly type: 'rested' }
  | PageLog;

/** What a page asked for in vain, and what came back, epoch ms. */
interface Trouble {
  readonly asked: string;
  readonly answer: string;
  readonly at: number;
}

/** A time without a connection to one room, epoch ms; `to` is null while it lasts. */
export interface Absence {
  readonly room: string;
  readonly from: number;
  to: number | null;
}

/** Requests that a page is remembered for. */
const TROUBLES = 6;

/** A page in a thread of its own, as seen from outside. */
export class Page {
  readonly task: PageTask;
  /** What the thread died of, or null. */
  failure: Error | null = null;
  /** Every time it was without a connection, the first ones from its beginning on. */
  readonly absences: Absence[] = [];
  readonly #worker: Worker;
  /** How each connection stands, in the words of the client. */
  readonly #states = new Map<string, string>();
  /** What each request met last, by what was asked; the newest comes last. */
  readonly #troubles = new Map<string, Trouble & { readonly times: number }>();
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
      if (answer.type === 'state') this.#noteState(answer);
      if (answer.type === 'trouble') this.#noteTrouble(answer);
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

  /** Where it has no connection at this moment, for how long, and what it was refused last; null when it has all. */
  get missing(): string | null {
    const now = Date.now();
    const away = this.absences
      .filter(({ to }) => to === null)
      .map(({ room, from }) => `in ${room} (${this.#states.get(room)}, for ${now - from} ms)`);
    if (away.length === 0) return null;
    const troubles = [...this.#troubles.values()].map(
      ({ asked, answer, at, times }) => `  ${asked}, ${times} times, ${now - at} ms ago: ${answer}`,
    );
    return [`${this.task.name} ${away.join(', ')}; asked in vain:`, ...troubles].join('\n');
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

  #noteState({ room, state, at }: Extract<PageAnswer, { type: 'state' }>): void {
    const isLive = state === 'live';
    this.#states.set(room, state);
    const open = this.absences.find((absence) => absence.room === room && absence.to === null);
    if (isLive && open) open.to = at;
    else if (!isLive && !open) this.absences.push({ room, from: at, to: null });
    this.#isStarted ||= this.absences.length === this.rooms.length;
  }

  #noteTrouble(trouble: Trouble): void {
    const times = (this.#troubles.get(trouble.asked)?.times ?? 0) + 1;
    this.#troubles.delete(trouble.asked);
    this.#troubles.set(trouble.asked, { ...trouble, times });
    for (const asked of [...this.#troubles.keys()].slice(0, -TROUBLES)) this.#troubles.delete(asked);
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
