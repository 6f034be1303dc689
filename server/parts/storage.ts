import type { Entropy, Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import { heldError, storeError } from '../start/errors.ts';
import { holdStore } from '../storage/sqlite/hold.ts';
import { sqliteStorage } from '../storage/sqlite/storage.ts';
import { Held, type Storage, TooNew, Unavailable } from '../storage/types.ts';

/**
 * The store that is configured, held for this process; a database's driver is loaded only then.
 * @throws StartError when it cannot be used
 */
export async function openStorage(config: Config, log: Log, { unique }: Entropy): Promise<Storage> {
  const { dataDirectory: directory, mongodbUrl: url, redisUrl } = config;
  try {
    if (url === null) {
      const storage = await sqliteStorage({ directory, log });
      if (holdStore(directory, redisUrl === null ? 'alone' : 'shared')) return storage;
      throw new Held();
    }
    const { mongooseStorage } = await import('../storage/mongoose/storage.ts');
    const holder = redisUrl === null ? { alone: unique() } : 'shared';
    return await mongooseStorage({ url, log, holder, lost: () => endHere(log) });
  } catch (error) {
    if (error instanceof Held) throw heldError(config);
    if (error instanceof TooNew || error instanceof Unavailable) throw storeError(error, config);
    throw error;
  }
}

/** What is acknowledged is stored, and whoever is here finds the other server. */
function endHere(log: Log): void {
  log.error({}, 'this process was held up for so long that another server took its database over; it ends');
  process.exit(1);
}
