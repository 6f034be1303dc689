import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';
import { until } from './until.ts';

/** What a fixture process says of itself. */
export interface ChildStats {
  readonly rssMb: number;
  /** Bytes that wait for slow sockets. */
  readonly waiting: number;
  /** Messages kept for clients that did not say that they are ready. */
  readonly enqueued: number;
  readonly rooms: number;
  /** Seats that are promised and not taken. */
  readonly reserved: number;
  /** Messages that reached a handler. */
  readonly handled: number;
  readonly unhandled: number;
}

export type Kind = 'plain' | 'product';

/** A fixture server in a process of its own. */
export class ChildServer {
  readonly kind: Kind;
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #output: string[];

  private constructor(kind: Kind, url: string, process: ChildProcess, output: string[]) {
    this.kind = kind;
    this.url = url;
    this.#process = process;
    this.#output = output;
  }

  /** Starts `fixture-server.ts`: the product's guard, or Colyseus as it comes. */
  static async start(kind: Kind, env: Readonly<Record<string, string>> = {}): Promise<ChildServer> {
    const file = fileURLToPath(new URL('./fixture-server.ts', import.meta.url));
    const { PATH = '', HOME = '' } = process.env;
    const child = fork(file, kind === 'plain' ? ['--plain'] : [], {
      env: { PATH, HOME, NODE_ENV: 'production', TRUSTED_PROXIES: '127.0.0.1', ...COMPILED, ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        if (output.length < 2_000) output.push(chunk.toString());
      });
    }
    const url = await new Promise<string>((resolve, reject) => {
      child.on('message', (message: { url?: string }) => message.url && resolve(message.url));
      child.once('exit', () => reject(new Error(`The fixture did not start:\n${output.join('')}`)));
    });
    return new ChildServer(kind, url, child, output);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Everything it printed, up to a limit. */
  get output(): string {
    return this.#output.join('');
  }

  stats(): Promise<ChildStats> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: { stats?: ChildStats }) => {
        if (!message.stats) return; // the monitoring agent of plain Colyseus talks on this channel too
        this.#process.removeListener('message', onMessage);
        resolve(message.stats);
      };
      this.#process.on('message', onMessage);
      this.#process.send('stats', (error) => error && reject(error));
    });
  }

  /** Resolves to the exit code; fails when it still runs at the deadline. */
  async exit(): Promise<number | null> {
    await until(() => !this.isAlive, 'the process to exit');
    return this.#process.exitCode;
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    this.#process.kill('SIGKILL');
    await this.exit();
  }
}
