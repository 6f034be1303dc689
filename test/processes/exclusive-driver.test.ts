import { RedisDriver } from '@colyseus/redis-driver';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { ExclusiveRedisDriver } from '../../server/infra/colyseus/exclusive-redis-driver.ts';
import { RedisServer } from '../harness/redis.ts';

it('of two processes that make a room with one id, one makes it, and all find that one', async () => {
  // When the official driver has this itself, ours can go.
  expect(RedisDriver.prototype).not.toHaveProperty('insert');
  const server = await RedisServer.start();
  onTestFinished(() => server.stop());
  const drivers = ['a', 'b'].map((processId) => {
    const redis = new Redis(server.url);
    onTestFinished(() => redis.disconnect());
    return { processId, driver: new ExclusiveRedisDriver(redis) };
  });
  const listing = (processId: string) => ({ roomId: 'BABA', name: 'table', processId }) as never;
  const made = await Promise.all(drivers.map(({ processId, driver }) => driver.insert(listing(processId))));
  expect(made.toSorted()).toEqual([false, true]);
  const owner = drivers[made.indexOf(true)]!.processId;
  for (const { driver } of drivers) {
    expect(await driver.query({ roomId: 'BABA' })).toMatchObject([{ roomId: 'BABA', processId: owner }]);
  }
});
