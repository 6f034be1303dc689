import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryPort } from './ports.ts';
import { ended, startTied } from './tied.ts';

/** A Redis of its own, without persistence. */
export class RedisServer {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #directory: string;

  private constructor(url: string, process: ChildProcess, directory: string) {
    this.url = url;
    this.#process = process;
    this.#directory = directory;
  }

  /** Starts one, at the address of an earlier one if need be; it remembers nothing. */
  static async start(at?: string): Promise<RedisServer> {
    const port = at === undefined ? await tryPort('127.0.0.1', 0) : Number(new URL(at).port);
    const directory = mkdtempSync(join(tmpdir(), 'color-clues-redis-'));
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
    const child = startTied('redis-server', options);
    const said: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    await new Promise<void>((resolve, reject) => {
      const fail = () =>
        reject(
          new Error(`redis-server does not start (Debian: apt-get install redis-server). ${said.join('')}`),
        );
      child.once('error', fail);
      child.once('exit', fail);
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Ready to accept connections')) resolve();
      });
    });
    return new RedisServer(`redis://127.0.0.1:${port}`, child, directory);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** Resolves when it has ended, whoever ended it. */
  get end(): Promise<void> {
    return ended(this.#process);
  }

  /** Ends it, or does something else to it (`SIGSTOP`, `SIGCONT`). */
  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async stop(): Promise<void> {
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    await this.end;
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
