import { type IRoomCache, matchMaker } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Log } from '../../shared/engine/ports.ts';

/** Commands wait for Redis as long as it takes: a limit would end in rejections inside the framework, and the process. */
const PATIENT = { maxRetriesPerRequest: null };

/** A driver under which a chosen room id belongs to one room, whoever else tries to make it. */
class ExclusiveRedisDriver extends RedisDriver {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    super(redis);
    this.#redis = redis;
  }

  async insert(room: IRoomCache): Promise<boolean> {
    return (await this.#redis.hsetnx('roomcaches', room.roomId, JSON.stringify(room))) === 1;
  }
}

/** What several processes share: who listens to what, which rooms there are, and how often somebody did something. */
export interface RedisParts {
  readonly presence: RedisPresence;
  readonly driver: RedisDriver;
  /** For budgets. */
  readonly client: Redis;
}

/** Connects to Redis. While it is away games and talks go on; whatever needs other processes waits or is refused. */
export function redisParts(url: string, log: Log): RedisParts {
  const client = new Redis(url, PATIENT);
  client.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis is away'));
  const presence = new RedisPresence(client.duplicate());
  // A Redis that lost its memory learns again which rooms live here.
  client.on('ready', () => {
    if (matchMaker.state !== matchMaker.MatchMakerState.READY) return;
    matchMaker.restoreMissingRoomCaches().catch((error: unknown) => {
      log.warn({ err: error }, 'the list of rooms was not restored');
    });
  });
  return { presence, driver: new ExclusiveRedisDriver(client.duplicate()), client };
}
