/** Fills at a steady rate up to a burst; taking from an empty one is refused. Times are monotonic ms. */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  // Numbers from the beginning: V8 writes them in place. A field that was once undefined gets a new object for each number.
  #tokens = 0;
  #at = 0;

  /** @param rate tokens per second */
  constructor(rate: number, burst: number, now: number) {
    this.#rate = rate;
    this.#burst = burst;
    this.#tokens = burst;
    this.#at = now;
  }

  take(now: number): boolean {
    this.#refill(now);
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Nothing is missing: a new bucket would be the same. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#tokens >= this.#burst;
  }

  #refill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + (Math.max(0, now - this.#at) / 1_000) * this.#rate);
    this.#at = Math.max(this.#at, now);
  }
}

/** How many buckets may be made before full ones are thrown away. */
const SWEEP_AFTER = 1_000;

/** A bucket per key, outliving the sockets of that key: who reconnects does not start afresh. */
export class TokenBuckets {
  readonly #rate: number;
  readonly #burst: number;
  readonly #buckets = new Map<string, TokenBucket>();
  #made = 0;

  constructor(rate: number, burst: number) {
    this.#rate = rate;
    this.#burst = burst;
  }

  of(key: string, now: number): TokenBucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      if (++this.#made % SWEEP_AFTER === 0) this.#sweep(now);
      bucket = new TokenBucket(this.#rate, this.#burst, now);
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
  }
}
