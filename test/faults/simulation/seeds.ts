import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run.ts';

/** Which seeds, and how. */
export interface Wanted {
  readonly from: number;
  readonly count: number;
  /** The name of a way to break the product. */
  readonly mutant?: string;
  /** Is given each line of the trace. */
  readonly print?: (line: string) => void;
}

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Runs seeds in a process of their own; gives what became of each, as it comes. Whoever stops looking ends the process. */
export async function* runSeeds({ from, count, mutant, print }: Wanted): AsyncGenerator<Outcome> {
  const options = [...(print ? ['--trace'] : []), ...(mutant ? [`--mutant=${mutant}`] : [])];
  const child = spawn(process.execPath, [WORKER, String(from), String(count), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let left = count;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('{"seed":')) {
        print?.(line);
        continue;
      }
      left--;
      yield JSON.parse(line) as Outcome;
    }
    const code = await ended;
    if (code !== 0 || left > 0)
      throw new Error(`seed ${from + count - left} ended the process (${code}): ${said}`);
  } finally {
    child.kill('SIGKILL');
  }
}
