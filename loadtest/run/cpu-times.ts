import { cpus } from 'node:os';

/** CPU time so far, ms. */
export interface CpuTimes {
  /** Of this process, with all its threads: the generator. */
  readonly own: number;
  /** Of every program on this machine, over all its cores. */
  readonly machine: number;
}

const US_PER_MS = 1_000;

export function cpuTimes(): CpuTimes {
  const { user, system } = process.cpuUsage();
  const machine = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { own: (user + system) / US_PER_MS, machine };
}
