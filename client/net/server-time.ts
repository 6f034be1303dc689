/** How long a good measurement is trusted before a worse one may replace it, ms. */
const TRUST_MS = 60_000;

/**
 * The server's clock as seen from here: the middle of the quickest round trip, on the browser's monotonic clock, so
 * that a changed system time moves nothing.
 */
export class ServerTime {
  #offset = Date.now() - performance.now();
  #best = Number.POSITIVE_INFINITY;
  #measuredAt = Number.NEGATIVE_INFINITY;

  /** Epoch ms by the server's clock. */
  now(): number {
    return performance.now() + this.#offset;
  }

  /** @param sentAt and receivedAt by `performance.now()`; @param serverNow what the server answered, epoch ms */
  measure(sentAt: number, receivedAt: number, serverNow: number): void {
    const roundTrip = receivedAt - sentAt;
    if (roundTrip > this.#best && receivedAt - this.#measuredAt < TRUST_MS) return;
    this.#best = roundTrip;
    this.#measuredAt = receivedAt;
    this.#offset = serverNow - (sentAt + receivedAt) / 2;
  }
}
