import type { IRoomCache } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import type { Redis } from 'ioredis';

/** The hash in which the driver keeps the rooms of all processes, by their ids. */
const ROOMS = 'roomcaches';

/**
 * A driver under which a chosen room id belongs to one room, whoever else tries to make it. The framework asks drivers
 * for `insert`, and overwrites where there is none; the official one for Redis has none.
 */
export class ExclusiveRedisDriver extends RedisDriver {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    super(redis);
    this.#redis = redis;
  }

  async insert(room: IRoomCache): Promise<boolean> {
    return (await this.#redis.hsetnx(ROOMS, room.roomId, JSON.stringify(room))) === 1;
  }
}
