import { setTimeout as pause } from 'node:timers/promises';
import { matchMaker } from '@colyseus/core';
import type { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Log } from '../../shared/engine/ports.ts';
import { StartError } from '../start/errors.ts';
import { ExclusiveRedisDriver } from './colyseus/exclusive-redis-driver.ts';

/** Commands wait for Redis as long as it takes: a limit would end in rejections inside the framework, and the process. */
const PATIENT = { maxRetriesPerRequest: null };
/** How long Redis may stay away while the server starts, ms. Afterwards it may be away for as long as it likes. */
const FIRST_MS = 5_000;

/** What several processes share: who listens to what, which rooms there are, and how often somebody did something. */
export interface RedisParts {
  readonly presence: RedisPresence;
  readonly driver: RedisDriver;
  /** For budgets. */
  readonly client: Redis;
}

/** Waits until Redis answers. @throws StartError when it does not */
async function untilThere(client: Redis, url: string): Promise<void> {
  let trouble = `no answer for ${FIRST_MS / 1_000} seconds`;
  const note = ({ message }: Error) => {
    trouble = message;
  };
  client.on('error', note);
  const timeout = new AbortController();
  const isThere = await Promise.race([
    client.ping().then(() => true),
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
  const client = new Redis(url, PATIENT);
  await untilThere(client, url);
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) log.warn({ reason: error.message }, 'redis is away');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.warn({}, 'redis is back');
    isAway = false;
  });
  /** One more connection; what troubles it troubles the first one, too, which says so. */
  const another = () => client.duplicate().on('error', () => {});
  const presence = new RedisPresence(another());
  // A Redis that lost its memory learns again which rooms live here.
  client.on('ready', () => {
    if (matchMaker.state !== matchMaker.MatchMakerState.READY) return;
    matchMaker.restoreMissingRoomCaches().catch((error: unknown) => {
      log.warn({ err: error }, 'the list of rooms was not restored');
    });
  });
  return { presence, driver: new ExclusiveRedisDriver(another()), client };
}
