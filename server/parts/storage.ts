import type { Entropy, Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { heldError, storeError } from '../start/errors.ts';
import { measuredStorage } from '../storage/measured.ts';
import { holdStore } from '../storage/sqlite/hold.ts';
import { sqliteStorage } from '../storage/sqlite/storage.ts';
import { Held, type Storage, TooNew, Unavailable } from '../storage/types.ts';

interface StorageParts {
  readonly log: Log;
  readonly entropy: Entropy;
  readonly metrics: Metrics;
}

/**
 * The store that is configured, held for this process; a database's driver is loaded only then.
 * @throws StartError when it cannot be used
 */
export async function openStorage(
  config: Config,
  { log, entropy: { unique }, metrics }: StorageParts,
): Promise<Storage> {
  const { dataDirectory: directory, mongodbUrl: url, redisUrl } = config;
  try {
    if (url === null) {
      const storage = await sqliteStorage({ directory, log });
      if (holdStore(directory, redisUrl === null ? 'alone' : 'shared')) return counted(storage, metrics);
      throw new Held();
    }
    const { mongooseStorage } = await import('../storage/mongoose/storage.ts');
    const holder = redisUrl === null ? { alone: unique() } : 'shared';
    return counted(await mongooseStorage({ url, log, holder, lost: () => endHere(log) }), metrics);
  } catch (error) {
    if (error instanceof Held) throw heldError(config);
    if (error instanceof TooNew || error instanceof Unavailable) throw storeError(error, config);
    throw error;
  }
}

/** The same store; how it is and what it does is counted. */
function counted(storage: Storage, metrics: Metrics): Storage {
  metrics.storeUp.from(() => Number(storage.health().isUp));
  metrics.storeWaiting.from(() => storage.health().waiting);
  metrics.storeRetries.from(() => storage.health().troubles);
  return measuredStorage(storage, metrics);
}

/** What is acknowledged is stored, and whoever is here finds the other server. */
function endHere(log: Log): void {
  log.error({}, 'this process was held up for so long that another server took its database over; it ends');
  process.exit(1);
}
