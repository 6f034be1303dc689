import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** What npm and a build may take on a busy machine, ms. */
const PATIENCE_MS = 300_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Who stands between whoever typed `npm start` and the server, the first one first. */
export type Link = 'npm' | 'start' | 'server';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine. */
function processes(): Row[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))!;
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      return []; // no process, or not any more
    }
  });
}

/** What a process started, and what those started. */
export function below(pid: number, rows = processes()): Row[] {
  return rows.filter(({ parent }) => parent === pid).flatMap((row) => [row, ...below(row.pid, rows)]);
}

/** `npm start` with every process that it makes. Needs a build. */
export class NpmStart {
  readonly url: string;
  readonly #npm: ChildProcess;
  readonly #chain: ReadonlyMap<Link, number>;
  readonly #data: string;

  private constructor(url: string, npm: ChildProcess, data: string) {
    this.url = url;
    this.#npm = npm;
    this.#data = data;
    const found = below(npm.pid!);
    const linkOf = ({ command }: Row): Link => (/ (?:dist\/)?server\//.test(command) ? 'server' : 'start');
    this.#chain = new Map([['npm', npm.pid!], ...found.map((row) => [linkOf(row), row.pid] as const)]);
  }

  /** @param script of package.json */
  static async begin(script: 'start' | 'dev' = 'start'): Promise<NpmStart> {
    const data = mkdtempSync(join(tmpdir(), 'color-clues-start-'));
    const { PATH, HOME } = process.env;
    const npm = spawn('npm', ['run', script], {
      cwd: ROOT,
      env: { PATH, HOME, PORT: '0', DATA_DIR: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
      });
    }
    const address = () => /Play at (http\S+)/.exec(output)?.[1];
    const isThere = () => address() !== undefined || npm.exitCode !== null;
    const late = await until(isThere, 'the server', PATIENCE_MS).catch((error: Error) => error);
    const start = new NpmStart(address() ?? output, npm, data);
    if (!late) return start;
    start.clear();
    throw late;
  }

  pidOf(link: Link): number {
    return this.#chain.get(link)!;
  }

  /** Those that are still there. */
  left(): Link[] {
    const alive = new Map(processes().map(({ pid, command }) => [pid, command]));
    return [...this.#chain].filter(([, pid]) => alive.get(pid)).map(([link]) => link);
  }

  /** How `npm` ended: its exit code, or the signal. */
  get end(): number | NodeJS.Signals | null {
    return this.#npm.exitCode ?? this.#npm.signalCode;
  }

  /** Ends whatever is left. */
  clear(): void {
    for (const link of this.left()) process.kill(this.#chain.get(link)!, 'SIGKILL');
    rmSync(this.#data, { recursive: true, force: true });
  }
}
