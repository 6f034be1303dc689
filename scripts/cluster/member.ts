import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ended, hasEnded } from './tied.ts';

/** How often it is looked whether a process is ready, and how long one look may take, ms. */
const LOOK_MS = 50;
const ANSWER_MS = 1_000;
/** Pauses before a process is started again that ended without ever being ready, ms; the last one repeats. */
const AGAIN_MS = [0, 500, 1_000, 2_000, 5_000];
/** How much is remembered of what a process printed, characters. */
const KEPT = 1_000_000;

export interface MemberSettings {
  /** Its `PROCESS_NAME`. */
  readonly name: string;
  /** On this machine. */
  readonly port: number;
  /** What Node runs: the server and its options. */
  readonly program: readonly string[];
  /** Besides its name and its place. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets what it prints, whole lines. */
  say(text: string): void;
}

/** One process of the cluster. When it ends by itself it is started again, under the same name and in the same place. */
export class Member {
  readonly name: string;
  readonly port: number;
  readonly #settings: MemberSettings;
  #process: ChildProcess | null = null;
  #output = '';
  #ready: Promise<void> = Promise.resolve();
  /** Whether its end is wanted. */
  #isStopping = true;
  #starts = 0;
  #failures = 0;

  constructor(settings: MemberSettings) {
    this.name = settings.name;
    this.port = settings.port;
    this.#settings = settings;
  }

  /** Where it is reached without the proxy. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of the process that runs now, or ran last. */
  get pid(): number {
    return this.#process!.pid!;
  }

  /** What it printed since the first start, the newest. */
  get output(): string {
    return this.#output;
  }

  /** How often it was started. */
  get starts(): number {
    return this.#starts;
  }

  /** Resolves when what was started last can serve people; rejects when it ended before. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Starts it; resolves when it is ready. Rejects when it ends before, with what it printed. */
  async start(): Promise<void> {
    this.#isStopping = false;
    this.#begin();
    await this.#ready;
  }

  /** Sends a signal. Whoever ends it this way has it started again. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** Ends it for good. After `patienceMs` it is killed. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopping = true;
    const child = this.#process;
    if (!child) return;
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended(child);
    clearTimeout(impatient);
  }

  #begin(): void {
    const { name, port, program, env } = this.#settings;
    const child = spawn(process.execPath, program, {
      env: { ...env, HOST: '127.0.0.1', PORT: String(port), PROCESS_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#process = child;
    this.#starts++;
    for (const stream of [child.stdout, child.stderr]) this.#listen(stream!);
    child.once('exit', () => void this.#again());
    this.#ready = this.#untilReady(child);
    // Whoever waits for it hears of it.
    this.#ready.catch(() => {});
  }

  async #again(): Promise<void> {
    if (this.#isStopping) return;
    const wait = AGAIN_MS[Math.min(this.#failures++, AGAIN_MS.length - 1)]!;
    this.#settings.say(`${this.name} ended; it is started again\n`);
    await pause(wait);
    if (!this.#isStopping) this.#begin();
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    while (!(await this.#isReady())) {
      if (hasEnded(child)) throw new Error(`${this.name} ended before it was ready:\n${this.#output}`);
      await pause(LOOK_MS);
    }
    this.#failures = 0;
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/ready`, { signal: AbortSignal.timeout(ANSWER_MS) })).ok;
    } catch {
      return false;
    }
  }

  #listen(stream: NodeJS.ReadableStream): void {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      this.#output = (this.#output + chunk).slice(-KEPT);
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop()!;
      if (lines.length > 0) this.#settings.say(`${lines.join('\n')}\n`);
    });
  }
}
