import { clockGap, hasJumped } from './wake.ts';

/** How long a good measurement is trusted before a worse one may replace it, ms. */
const TRUST_MS = 60_000;
/** A round trip that takes longer says nothing, ms: on some systems the monotonic clock runs on while a machine sleeps. */
const MAX_ROUND_TRIP_MS = 4_000;

/**
 * The server's clock as seen from here: the middle of the quickest round trip, on the browser's monotonic clock, so that
 * a changed system time moves nothing. That clock stands still while the machine sleeps: what was measured before counts
 * for nothing afterwards, so the first answer after waking is taken.
 */
export class ServerTime {
  #offset = clockGap();
  #gap = clockGap();
  #best = Number.POSITIVE_INFINITY;
  #measuredAt = Number.NEGATIVE_INFINITY;

  /** Epoch ms by the server's clock. */
  now(): number {
    return performance.now() + this.#offset;
  }

  /** Another server answers from now on: what was measured before is kept only until its first answer. */
  forget(): void {
    this.#best = Number.POSITIVE_INFINITY;
  }

  /** The server is asked for its time now; the result is called with the answer, epoch ms. */
  ask(): (serverNow: number) => void {
    const sentAt = performance.now();
    const gap = clockGap();
    return (serverNow) => {
      const receivedAt = performance.now();
      const roundTrip = receivedAt - sentAt;
      if (roundTrip > MAX_ROUND_TRIP_MS || hasJumped(gap, clockGap())) return;
      const isTrusted = receivedAt - this.#measuredAt < TRUST_MS && !hasJumped(this.#gap, gap);
      if (roundTrip > this.#best && isTrusted) return;
      this.#best = roundTrip;
      this.#measuredAt = receivedAt;
      this.#gap = gap;
      this.#offset = serverNow - (sentAt + receivedAt) / 2;
    };
  }
}
