import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The whole product in a process of its own, as people run it; only the port is chosen by the system. */
export class Product {
  readonly kind = 'product';
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #output: string[];

  private constructor(url: string, process: ChildProcess, output: string[]) {
    this.url = url;
    this.#process = process;
    this.#output = output;
  }

  /** @param env further environment variables, such as `BOT_PACE` */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    const output: string[] = [];
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../../server/index.ts', import.meta.url))],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'warn', ...env },
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
    return new Product(url, child, output);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** Everything it printed. */
  get output(): string {
    return this.#output.join('');
  }

  /** Resolves to the exit code, null when a signal ended it. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#process.once('exit', (code) => resolve(code));
      this.#process.kill(signal);
    });
  }
}
