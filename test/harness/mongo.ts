import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongo, type MongoFound, type MongoProgram } from '../../scripts/mongo.ts';
import { until } from './until.ts';

/** How `npm test` hands on what it found, so that not every file searches again. */
const FOUND = process.env.TEST_MONGO;
const found: MongoFound = FOUND ? JSON.parse(FOUND) : await findMongo();

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (isOpen: boolean) => () => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });

const argumentsOf = ({ kind }: MongoProgram, port: number, folder: string): string[] =>
  kind === 'ferretdb'
    ? [`127.0.0.1:${port}`, folder]
    : ['--bind_ip', '127.0.0.1', '--port', `${port}`, '--dbpath', folder, '--nounixsocket', '--quiet'];

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A database server of a test: a process with a port and a folder of its own, which survive `kill`. */
export class MongoServer {
  readonly port: number;
  readonly #program: MongoProgram;
  readonly #folder: string;
  #process: ChildProcess | null = null;
  #output = '';

  private constructor(program: MongoProgram, port: number) {
    this.#program = program;
    this.port = port;
    this.#folder = mkdtempSync(join(tmpdir(), 'mongo-'));
  }

  /** Starts one with an empty folder. Rejects when this machine has none that may be killed. */
  static async start(): Promise<MongoServer> {
    if (!found.program) throw new Error(`No MongoDB can be started: ${found.reason}.`);
    const server = new MongoServer(found.program, await freePort());
    await server.restart();
    return server;
  }

  url(database: string): string {
    return `mongodb://127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it again, with the same port and folder; resolves when it listens. */
  async restart(): Promise<void> {
    const args = argumentsOf(this.#program, this.port, this.#folder);
    // It holds its standard input open for as long as this process lives.
    const child = spawn(this.#program.path, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-4_000);
      });
    }
    running.add(child);
    await until(() => {
      if (child.exitCode !== null) throw new Error(`The database did not start:\n${this.#output}`);
      return isListening(this.port);
    }, 'the database to listen');
  }

  /** Ends it as a power cut would; what it did not write is lost. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    this.#process = null;
    running.delete(child);
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exit;
  }

  /** It keeps its connections and answers nothing. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  async destroy(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A server for tests that only need databases: the one of `TEST_MONGODB_URL`, or a process of their own. */
export async function openMongo(): Promise<Pick<MongoServer, 'url' | 'destroy'>> {
  const { given } = found;
  if (!given) return MongoServer.start();
  return {
    url: (database) => given.url.replace(/^([^/]+\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`),
    destroy: async () => {},
  };
}
