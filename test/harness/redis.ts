import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

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
    const port = at === undefined ? await freePort() : Number(new URL(at).port);
    const directory = mkdtempSync(join(tmpdir(), 'color-clues-redis-'));
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      child.once('error', () =>
        reject(new Error('redis-server is missing (Debian: apt-get install redis-server)')),
      );
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Ready to accept connections')) resolve();
      });
    });
    return new RedisServer(`redis://127.0.0.1:${port}`, child, directory);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.#process.once('exit', resolve);
      this.#process.kill();
    });
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
