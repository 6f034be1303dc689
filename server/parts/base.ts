import type { Clock, Entropy } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { RedisParts } from '../infra/redis.ts';
import type { Rooms } from '../rooms/guard/rooms.ts';
import type { SafeRoomPorts } from '../rooms/guard/SafeRoom.ts';
import type { Storage } from '../storage/types.ts';

/** What every part is made of. */
export interface Base extends SafeRoomPorts {
  readonly config: Config;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly storage: Storage;
  readonly rooms: Rooms;
  /** What several processes share; null when this one is alone. */
  readonly redis: RedisParts | null;
}
