export { RedisServer } from '../../scripts/cluster/redis-server.ts';
