import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';

/** The whole product in a process of its own, as people run it; only the port is chosen by the system. */
export class Product {
  readonly kind = 'product';
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #output: string[];
  /** A folder of its own, which goes with it; null when somebody else looks after the data. */
  readonly #ownData: string | null;

  private constructor(url: string, process: ChildProcess, output: string[], ownData: string | null) {
    this.url = url;
    this.#process = process;
    this.#output = output;
    this.#ownData = ownData;
  }

  /** @param env further environment variables, such as `BOT_PACE`; with `DATA_DIR` the data stays */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    const output: string[] = [];
    const ownData = env.DATA_DIR ? null : mkdtempSync(join(tmpdir(), 'color-clues-data-'));
    const data = ownData ? { DATA_DIR: ownData } : {};
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../../server/index.ts', import.meta.url))],
      {
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          PORT: '0',
          LOG_LEVEL: 'warn',
          ...COMPILED,
          ...data,
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output.push(chunk.toString());
          const address = /Play at (http\S+)/.exec(output.join(''))?.[1];
          if (address) resolve(address);
        });
      }
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output.join('')}`)));
    });
    return new Product(url, child, output, ownData);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Everything it printed. */
  get output(): string {
    return this.#output.join('');
  }

  /** Called once when it ends, with the exit code; null when a signal ended it. */
  onExit(end: (code: number | null) => void): void {
    this.#process.once('exit', end);
  }

  /** Resolves to the exit code, null when a signal ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.hasEnded) return null;
    const code = await new Promise<number | null>((resolve) => {
      this.#process.once('exit', resolve);
      this.#process.kill(signal);
    });
    if (this.#ownData) rmSync(this.#ownData, { recursive: true, force: true });
    return code;
  }
}
