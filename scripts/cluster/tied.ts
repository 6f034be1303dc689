import { type ChildProcess, spawn } from 'node:child_process';

/** Becomes the program, and ends it when nobody holds the other end of its standard input any more. */
const TIED = 'exec 3<&0; (cat; kill $$) <&3 >/dev/null 2>&1 & exec "$@" 3<&- </dev/null';

/**
 * Starts a program that knows nothing of us and ends with us, also when we are killed. A Ctrl-C of the terminal does not
 * reach it: whoever started it decides when it ends, and in which order.
 */
export function startTied(program: string, args: readonly string[]): ChildProcess {
  const child = spawn('sh', ['-c', TIED, 'sh', program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.once('exit', () => {
    child.stdin?.destroy();
    // What it started itself and left behind.
    signalGroup(child, 'SIGKILL');
  });
  return child;
}

/** Sends a signal to a program and whatever it started. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // Nobody is left.
  }
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** Resolves when a program has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once('exit', resolve));
}
