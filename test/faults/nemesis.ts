import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Line } from '../harness/chaos-proxy.ts';
import type { Member, Rig } from './rig.ts';

/** How often a process is started before it is given up. */
const STARTS = 10;

/** What can happen to a server of several processes. Those that name a process happen to one of them. */
export const BLOWS = {
  kill: 'a process is killed and starts again',
  stop: 'a process stands still for a while',
  end: 'a process is told to end, and starts again',
  redisEmpty: 'Redis is killed and starts again with nothing in it',
  redisSilent: 'Redis stands still for a while',
  linkToRedis: 'what one process and Redis say to each other is lost for a while',
  linkToClients: 'what clients and one process say to each other is lost for a while',
  cut: 'all connections of one process are cut',
  storeLocked: 'another program holds the lock of the store for a while',
} as const;
export type Blow = keyof typeof BLOWS;

export interface Planned {
  /** After the one before it, ms. */
  readonly afterMs: number;
  readonly blow: Blow;
  /** Index of a process. */
  readonly at: number;
  /** How long it lasts, where it lasts, ms. */
  readonly ms: number;
}

/** The same seed makes the same plan: each of these blows so many times, in any order. */
export function planBlows(
  seed: number,
  counts: Partial<Record<Blow, number>>,
  {
    processes,
    everyMs,
    longestMs,
  }: { readonly processes: number; readonly everyMs: number; readonly longestMs: number },
): Planned[] {
  const rng = seededRng(seed);
  const blows = Object.entries(counts).flatMap(([blow, count]) => Array<Blow>(count).fill(blow as Blow));
  return rng.shuffle(blows).map((blow) => ({
    afterMs: rng.int(2 * everyMs),
    blow,
    at: rng.int(processes),
    // Short ones are likelier than long ones.
    ms: 500 + Math.round((longestMs - 500) * rng.next() ** 2),
  }));
}

/** A plan in words, one blow per line. */
export const describeBlows = (plan: readonly Planned[]): string =>
  plan
    .map(({ afterMs, blow, at, ms }) => `${afterMs} ms later: ${BLOWS[blow]} (process ${at + 1}, ${ms} ms)`)
    .join('\n');

/** Carries out a plan; resolves when everything runs again. A blow does not wait for the end of the one before it. */
export async function strike(plan: readonly Planned[], rig: Rig): Promise<void> {
  const under: Promise<void>[] = [];
  /** What one thing suffers comes one after the other. */
  const queues = new Map<string, Promise<void>>();
  for (const { afterMs, blow, at, ms } of plan) {
    await pause(afterMs);
    const victim =
      blow.startsWith('redis') || blow === 'linkToRedis'
        ? 'redis'
        : blow === 'storeLocked'
          ? 'store'
          : 'processes';
    const done = (queues.get(victim) ?? Promise.resolve()).then(() => carryOut(blow, rig, at, ms));
    queues.set(victim, done);
    under.push(done);
  }
  await Promise.all(under);
}

async function carryOut(blow: Blow, rig: Rig, at: number, ms: number): Promise<void> {
  const member = rig.members[at]!;
  switch (blow) {
    case 'kill':
    case 'end':
      await member.end(blow === 'kill' ? 'SIGKILL' : 'SIGTERM');
      return startAgain(member);
    case 'stop':
      member.freeze();
      await pause(ms);
      return member.thaw();
    case 'redisEmpty':
      return rig.restartRedis(ms);
    case 'redisSilent':
      rig.redis.signal('SIGSTOP');
      await pause(ms);
      return rig.redis.signal('SIGCONT');
    case 'linkToRedis':
      return silence(member.toRedis, ms);
    case 'linkToClients':
      return silence(member.door, ms);
    case 'cut':
      for (const way of member.door?.sound ?? []) way.strike('rst');
      return;
    case 'storeLocked':
      return lockStore(rig, ms);
  }
}

/** Starts a process as what looks after it does: again, when it ends because Redis or the store is away just then. */
async function startAgain(member: Member): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await member.start();
    } catch (error) {
      if (tries === STARTS) throw error;
    }
  }
}

/** What is under way, and what is begun meanwhile, is never answered. */
async function silence(line: Line | null, ms: number): Promise<void> {
  if (!line) throw new Error('there is no link that could be silent');
  for (const way of line.sound) way.strike('blackhole');
  line.mode = 'blackhole';
  await pause(ms);
  line.mode = 'pass';
}

async function lockStore({ backend }: Rig, ms: number): Promise<void> {
  const db = new DatabaseSync(join(backend.env.DATA_DIR!, 'color-clues.db'), { timeout: 20_000 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    await pause(ms);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
