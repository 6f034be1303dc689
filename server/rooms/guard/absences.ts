import { LRUCache } from 'lru-cache';
import type { Metrics } from '../../metrics/metrics.ts';

/** Who comes back later than this came anew, ms. */
const RETURN_MS = 60_000;
/** People who are remembered; of more of them the first are forgotten, and count as new. */
const MAX_AWAY = 10_000;

/** Counts who lost their socket and came back into the same room of this process. */
export class Absences {
  readonly #metrics: Pick<Metrics, 'reconnects' | 'awaySeconds'>;
  readonly #since = new LRUCache<string, number>({ maxSize: MAX_AWAY, sizeCalculation: () => 1 });

  constructor(metrics: Pick<Metrics, 'reconnects' | 'awaySeconds'>) {
    this.#metrics = metrics;
  }

  /** Somebody has no socket in a room any more, and did not say that they leave. `now` in ms, here and below. */
  lost(roomId: string, person: string, now: number): void {
    this.#since.set(`${roomId} ${person}`, now);
  }

  /** Somebody came into a room. */
  came(room: string, roomId: string, person: string, now: number): void {
    const key = `${roomId} ${person}`;
    const since = this.#since.get(key);
    if (since === undefined) return;
    this.#since.delete(key);
    if (now - since > RETURN_MS) return;
    this.#metrics.reconnects.of(room).add();
    this.#metrics.awaySeconds.of(room).note((now - since) / 1_000);
  }
}
