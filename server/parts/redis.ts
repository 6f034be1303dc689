import type { Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { RedisParts } from '../infra/redis.ts';

/** What several processes share, if that is configured; its driver is loaded only then. @throws StartError when it is not there */
export async function openRedis({ redisUrl }: Config, log: Log): Promise<RedisParts | null> {
  if (redisUrl === null) return null;
  const { redisParts } = await import('../infra/redis.ts');
  return redisParts(redisUrl, log);
}
