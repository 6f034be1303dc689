/**
 * Loaded into a server of our own before its program (`--import`): each second, and when it is asked, it tells whoever
 * started the server what it uses. The server itself does not know of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LAG_STEP_MS, lagMs } from './lag.ts';

/** What a server used: CPU time of all its threads so far, memory, and how late its event loop was at worst. */
export interface ServerSample {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly lagMs: number;
}

const EVERY_MS = 1_000;

const delay = monitorEventLoopDelay({ resolution: LAG_STEP_MS });
delay.enable();
const tell = () => {
  const { user, system } = process.cpuUsage();
  const sample: ServerSample = {
    cpuMs: (user + system) / 1_000,
    rssBytes: process.memoryUsage.rss(),
    lagMs: lagMs(delay),
  };
  delay.reset();
  process.send?.(sample, undefined, {}, () => {});
};
setInterval(tell, EVERY_MS).unref();
// Asked for at the edges of what is measured.
process.on('message', tell);
process.channel?.unref();
