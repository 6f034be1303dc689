import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProbeQuestion, ServerSample } from './server-probe.ts';

/** The root of this repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/**
 * What is loaded into servers is built (`loadtest/tsconfig.json`): one that has to read TypeScript needs forty megabytes
 * more.
 */
export const BUILT = 'dist/loadtest';
const PROBE = new URL(`../../${BUILT}/loadtest/run/server-probe.js`, import.meta.url).href;
/** The built product, as `npm start` runs it. */
export const PRODUCT = 'dist/server/server/index.js';
/** How long a server may take to end by itself, ms. */
const STOP_MS = 10_000;
/** How much of what a server printed is kept, characters. */
const OUTPUT = 4_000;
/**
 * Everybody has an address of their own, told as a proxy tells it, so budgets per address stay as people meet them. Only
 * what limits the whole process is raised.
 */
const ENVIRONMENT = {
  PORT: '0',
  HOST: '127.0.0.1',
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  TRUSTED_PROXIES: 'loopback',
  LIMIT_MAX_ROOMS: '1000000',
  LIMIT_MAX_CONNECTIONS: '1000000',
};

/** How a server is started. */
export interface Start {
  /** The folder it is started in: of this repository, or of another clone. */
  readonly root?: string;
  /** One that was killed: this one has its address and its data. */
  readonly after?: OwnServer;
  /** More settings than every server gets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server in a process of its own, with data that go with it. It ends with this process. */
export class OwnServer {
  readonly url: string;
  /** Called each second with what the server uses. */
  onSample: (sample: ServerSample) => void = () => {};
  /** Called when it ends without having been stopped, with what it printed last. */
  onEnd: (output: string) => void = () => {};
  readonly #process: ChildProcess;
  readonly #data: string;
  /** Leaves nothing behind: no process, no data. */
  readonly #clear: () => void;
  #isStopping = false;

  private constructor(url: string, child: ChildProcess, data: string, clear: () => void) {
    this.url = url;
    this.#process = child;
    this.#data = data;
    this.#clear = clear;
    child.on('message', (sample: ServerSample) => this.onSample(sample));
  }

  /**
   * Starts a program that prints where it listens.
   * @param file relative to `root`
   * @throws Error with what it printed, when it ends before it listens
   */
  static async start(file: string, { root = ROOT, after, env = {} }: Start = {}): Promise<OwnServer> {
    const data = after ? after.#data : mkdtempSync(join(tmpdir(), 'color-clues-load-'));
    const port = after ? new URL(after.url).port : ENVIRONMENT.PORT;
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [`--import=${PROBE}`, file], {
      cwd: root,
      env: { PATH, HOME, ...ENVIRONMENT, ...env, PORT: port, DATA_DIR: data },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C is for us alone: what is under way there ends first.
      detached: true,
    });
    const clear = () => {
      child.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    };
    process.once('exit', clear);
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout!, child.stderr!]) {
        stream.on('data', (chunk: Buffer) => {
          output = (output + chunk).slice(-OUTPUT);
          const found = /Play at (http\S+)/.exec(output)?.[1];
          if (found) resolve(found);
        });
      }
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
    });
    const server = new OwnServer(url, child, data, clear);
    child.once('exit', () => {
      if (!server.#isStopping) server.onEnd(output);
    });
    return server;
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** The folder of its store. */
  get data(): string {
    return this.#data;
  }

  /** What the server uses now; null when it has ended. */
  sample(): Promise<ServerSample | null> {
    return this.#ask('now', () => true);
  }

  /** What the server holds after its garbage was collected, bytes; null when it has ended. It stands still meanwhile. */
  async held(): Promise<number | null> {
    const sample = await this.#ask('held', ({ heldBytes }) => heldBytes !== null);
    return sample?.heldBytes ?? null;
  }

  /** Resolves with the first sample that answers a question. */
  #ask(question: ProbeQuestion, isAnswer: (sample: ServerSample) => boolean): Promise<ServerSample | null> {
    return new Promise((resolve) => {
      const end = (sample: ServerSample | null) => {
        this.#process.off('message', take).off('exit', gone);
        resolve(sample);
      };
      const take = (sample: ServerSample) => {
        if (isAnswer(sample)) end(sample);
      };
      const gone = () => end(null);
      this.#process.on('message', take).once('exit', gone);
      this.#process.send(question, (error) => {
        if (error) end(null);
      });
    });
  }

  /** Ends the process at once, as when the power fails. Its data stay, for the one that is started after it. */
  async kill(): Promise<void> {
    this.#isStopping = true;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    process.off('exit', this.#clear);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      const timer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(timer);
    }
    process.off('exit', this.#clear);
    this.#clear();
  }
}
