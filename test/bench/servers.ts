import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;
/** How long a server may take to end by itself, which only one that is profiled does, ms. */
const STOP_MS = 20_000;
/** Budgets of an address that are raised: in a benchmark everybody comes from one address. */
const RAISED = [
  'SESSIONS_PER_ADDRESS',
  'CREATES_PER_ADDRESS',
  'SEATS_PER_ADDRESS',
  'UPGRADES_PER_ADDRESS',
  'REQUESTS_PER_ADDRESS',
  'RENAMES_PER_ADDRESS',
  'CONNECTIONS_PER_ADDRESS',
  'PENDING_SEATS_PER_ADDRESS',
];

/** A server that is measured, in a process of its own. */
export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  /** CPU time so far, user and system of all its threads, ms. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server that prints where it listens; its data go to a new folder and go with it.
 * @param file relative to this folder
 * @param profileTo a folder that gets a CPU profile of the whole life of the server
 */
export async function startServer(file: string, profileTo: string | null = null): Promise<BenchServer> {
  const data = mkdtempSync(join(tmpdir(), 'color-clues-bench-'));
  const raised = Object.fromEntries(RAISED.map((name) => [`LIMIT_${name}`, '1000000']));
  const profiling = profileTo === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const child = spawn(process.execPath, [...profiling, fileURLToPath(new URL(file, import.meta.url))], {
    env: {
      ...process.env,
      ...raised,
      DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      const found = /Play at (http\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${file} did not start`)));
  });
  return {
    url,
    pid: child.pid!,
    cpuMs() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    async stop() {
      child.kill(profileTo === null ? 'SIGKILL' : 'SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(timer);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
