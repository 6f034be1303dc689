import type { Server } from '@colyseus/core';
import type { Log } from '../../shared/engine/ports.ts';
import type { Entry } from '../http/entry.ts';
import type { Erasures } from '../identity/erasures.ts';
import { onStop } from '../start/stop.ts';
import type { Storage } from '../storage/types.ts';
import type { RoomParts } from './rooms.ts';

/** How long rooms may take to be handed over to other processes, ms. */
const HAND_OVER_MS = 22_000;
/** How long whatever is open then may take to close, ms. */
const CLOSE_MS = 8_000;

interface Ending {
  readonly log: Log;
  readonly open: RoomParts;
  readonly entry: Entry;
  readonly server: Server;
  readonly erasures: Erasures;
  readonly storage: Storage;
}

/**
 * From now on the server ends when it is told to: its rooms go to other processes, if there are any, then it closes what
 * is left. Told once more, it hands nothing over any more.
 */
export function endWhenTold({ log, open, entry, server, erasures, storage }: Ending): void {
  const close = async () => {
    setTimeout(() => process.exit(0), CLOSE_MS).unref();
    entry.stop();
    await server.gracefullyShutdown(false);
    await Promise.all([entry.closed(), storage.close(), open.close()]);
  };
  onStop((why, again) => {
    log.info({ why }, 'stopping');
    erasures.close();
    entry.leave();
    open
      .handOver(AbortSignal.any([again, AbortSignal.timeout(HAND_OVER_MS)]))
      .catch((error: unknown) => log.warn({ err: error }, 'nothing can be handed over'))
      // Whoever was told to go asks where to.
      .then((isGone) => (isGone ? entry.quiet() : undefined))
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
  });
}
