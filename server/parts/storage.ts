import type { Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import { heldError, storeError } from '../start/errors.ts';
import { holdStore } from '../storage/sqlite/hold.ts';
import { sqliteStorage } from '../storage/sqlite/storage.ts';
import { type Storage, TooNew, Unavailable } from '../storage/types.ts';

/** The store that is configured; a database's driver is loaded only then. @throws StartError when it cannot be used */
export async function openStorage(config: Config, log: Log): Promise<Storage> {
  try {
    if (config.mongodbUrl === null) {
      const { dataDirectory: directory, redisUrl } = config;
      const storage = await sqliteStorage({ directory, log });
      if (holdStore(directory, redisUrl === null ? 'alone' : 'shared')) return storage;
      throw heldError(directory);
    }
    const { mongooseStorage } = await import('../storage/mongoose/storage.ts');
    return await mongooseStorage({ url: config.mongodbUrl, log });
  } catch (error) {
    if (error instanceof TooNew || error instanceof Unavailable) throw storeError(error, config);
    throw error;
  }
}
