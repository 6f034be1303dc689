/**
 * Loaded into a server of our own before its program (`--import`): each second, and when it is asked, it tells whoever
 * started the server what it uses. The server itself does not know of it. Its threads load it, too: there it does nothing.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { LAG_STEP_MS, lagMs } from './lag.ts';

/** What a server used: CPU time of all its threads so far, memory, and how late its event loop was at worst. */
export interface ServerSample {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly lagMs: number;
  /** What the program held after its garbage was collected; null when nobody asked for that. */
  readonly heldBytes: number | null;
}

/** What is asked of a server: what it uses now; and what it holds, for which it collects its garbage first. */
export type ProbeQuestion = 'now' | 'held';

const EVERY_MS = 1_000;

function watch(): void {
  const delay = monitorEventLoopDelay({ resolution: LAG_STEP_MS });
  delay.enable();
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;

  /** The heap, and the buffers outside of it. The memory of buffers is given back by a thread, which the second time waits for. */
  const held = (): number => {
    collectGarbage();
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const tell = (question: ProbeQuestion) => {
    const { user, system } = process.cpuUsage();
    const sample: ServerSample = {
      cpuMs: (user + system) / 1_000,
      rssBytes: process.memoryUsage.rss(),
      lagMs: lagMs(delay),
      heldBytes: question === 'held' ? held() : null,
    };
    delay.reset();
    process.send?.(sample, undefined, {}, () => {});
  };
  setInterval(tell, EVERY_MS, 'now').unref();
  // Asked for at the edges of what is measured.
  process.on('message', tell);
  // Whoever started the server is gone, however they ended: nobody else would end it.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
}

if (isMainThread) watch();
