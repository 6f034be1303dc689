/** How many seconds are looked back on. */
const SECONDS = 10;
/** Ranges per factor of two, and the top of the first one, ms: what is told is at most 9 % too much. */
const FINENESS = 8;
const FIRST_MS = 0.05;
const RANGES = 168;

/** How long things took within the last ten seconds. */
export class Recent {
  readonly #slots = Array.from({ length: SECONDS }, () => new Uint32Array(RANGES));
  #second = 0;

  /** @param now monotonic ms */
  note(ms: number, now: number): void {
    this.#moveTo(now);
    const range = ms <= FIRST_MS ? 0 : Math.ceil(Math.log2(ms / FIRST_MS) * FINENESS);
    this.#slots[this.#second % SECONDS]![Math.min(RANGES - 1, range)]!++;
  }

  /** The time, ms, that these shares of all were not longer than; null of nothing. */
  percentiles(shares: readonly number[], now: number): (number | null)[] {
    this.#moveTo(now);
    const total = new Uint32Array(RANGES);
    let count = 0;
    for (const slot of this.#slots) {
      for (let i = 0; i < RANGES; i++) total[i]! += slot[i]!;
    }
    for (const each of total) count += each;
    return shares.map((share) => (count === 0 ? null : topOf(total, share * count)));
  }

  /** Forgets what is older by now. */
  #moveTo(now: number): void {
    const second = Math.floor(now / 1_000);
    if (second <= this.#second) return;
    for (let gone = Math.max(this.#second + 1, second - SECONDS + 1); gone <= second; gone++)
      this.#slots[gone % SECONDS]!.fill(0);
    this.#second = second;
  }
}

/** The top of the range in which the one stands that so many are not longer than, ms. */
function topOf(ranges: Uint32Array, wanted: number): number {
  let below = 0;
  const range = ranges.findIndex((count) => {
    below += count;
    return below >= wanted;
  });
  return FIRST_MS * 2 ** (range / FINENESS);
}
