import { setTimeout as pause } from 'node:timers/promises';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Log } from '../../shared/engine/ports.ts';
import { StartError } from '../start/errors.ts';
import { SharedDriver } from './colyseus/shared-driver.ts';

/** The longest pause before a lost connection is tried again, ms. */
const AGAIN_MS = 200;
const retryStrategy = (times: number): number => Math.min(times * 50, AGAIN_MS);
/** How long Redis may be silent before it is taken for away, ms. */
const ANSWER_MS = 1_000;
/** Commands that somebody waits for fail at once while Redis is away, and never happen later. */
const IMPATIENT = {
  retryStrategy,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  commandTimeout: ANSWER_MS,
  // One that is silent is away for whoever comes next, too, until it says something again.
  socketTimeout: ANSWER_MS,
};
/** Messages wait for Redis as long as it takes: a limit would end in rejections that nobody hears. */
const PATIENT = { retryStrategy, maxRetriesPerRequest: null };
/** How often the connections of messages ask Redis for a sign of life, and how long it may take to answer, ms. */
const SIGN_MS = 2_000;
const SILENT_MS = 5_000;
/** What the connection says of a Redis that is silent: nothing came in time, and it was cut while it was asked. */
const SILENCE = /timed out|timeout|isn't writeable/;
/** How long Redis may stay away while the server starts, ms. Afterwards it may be away for as long as it likes. */
const FIRST_MS = 5_000;

/** What several processes share: what they tell each other, which rooms there are, how often somebody did something. */
export interface RedisParts {
  /** For topics. */
  readonly presence: RedisPresence;
  /** Copies the framework's list of rooms to where its tools look. */
  readonly driver: SharedDriver;
  /** For the directory and for budgets: rejects at once while Redis is away. */
  readonly client: Redis;
  /** Whether it is there, as far as is known. */
  isUp(): boolean;
}

/**
 * Ends a connection on which Redis says nothing any more: its host is gone, or another one took its address, and no packet
 * ever said so. Whoever only listens would never find out.
 */
function watch(redis: Redis): void {
  redis.on('connect', () => {
    const { stream } = redis;
    const cut = () => stream.destroy(new Error('Redis says nothing'));
    const ask = async (): Promise<void> => {
      const late = setTimeout(cut, SILENT_MS).unref();
      // It rejects when this connection is closed for good.
      await redis.ping().catch(() => {});
      clearTimeout(late);
      if (!stream.destroyed) setTimeout(ask, SIGN_MS).unref();
    };
    void ask();
  });
}

/** A presence that watches its connections. */
class WatchedPresence extends RedisPresence {
  constructor(connection: Redis) {
    super(connection);
    for (const each of [this.pub, this.sub]) watch(each as Redis);
  }
}

/** Waits until Redis answers. @throws StartError when it does not */
async function untilThere(client: Redis, url: string): Promise<void> {
  let trouble = `no answer for ${FIRST_MS / 1_000} seconds`;
  const note = ({ message }: Error) => {
    // Then it is silent, which is what is said anyway.
    if (!SILENCE.test(message)) trouble = message;
  };
  client.on('error', note);
  const timeout = new AbortController();
  const isThere = await Promise.race([
    new Promise<boolean>((resolve) => client.once('ready', () => resolve(true))),
    pause(FIRST_MS, false, { signal: timeout.signal }),
  ]);
  timeout.abort();
  client.off('error', note);
  if (isThere) return;
  client.disconnect();
  // Without its password.
  const { host } = new URL(url);
  throw new StartError(`Redis at ${host} cannot be used: ${trouble}. Start it, or correct REDIS_URL.`);
}

/**
 * Connects to Redis. While it is away later on, games and talks go on; whatever needs other processes waits or is
 * refused. @throws StartError when it is not there now
 */
export async function redisParts(url: string, log: Log): Promise<RedisParts> {
  const client = new Redis(url, IMPATIENT);
  await untilThere(client, url);
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) log.warn({ reason: error.message }, 'redis is away');
    isAway = true;
  });
  const driver = new SharedDriver(client);
  client.on('ready', () => {
    if (isAway) log.warn({}, 'redis is back');
    isAway = false;
    driver.copyAll();
  });
  // What troubles this connection troubles the first one, too, which says so.
  const patient = new Redis(url, PATIENT).on('error', () => {});
  return { presence: new WatchedPresence(patient), driver, client, isUp: () => client.status === 'ready' };
}
