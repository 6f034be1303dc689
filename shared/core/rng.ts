/** A source of randomness. Only `setup` and `decide` see one; what it gave is recorded in events. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below), each as likely as the others; `below` is 1 to 2³². */
  int(below: number): number;
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** A new list with the same items in random order (Fisher–Yates, from the end). */
  shuffle<T>(items: readonly T[]): T[];
}

/** How many numbers a source of 32 bits has. */
export const UINT32 = 0x1_0000_0000;

/** All of `Rng`, out of the two ways to draw a number. */
export const rngOf = (next: Rng['next'], int: Rng['int']): Rng => ({
  next,
  int,
  pick: (items) => items[int(items.length)]!,
  shuffle: (items) => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  },
});

/**
 * Draws from whole numbers of 32 bits, each one used once: what is drawn is as hard to foretell as they are. A number
 * that would make some results likelier than others is thrown away.
 */
export function rngFrom(uint32: () => number): Rng {
  const int = (below: number) => {
    if (!Number.isInteger(below) || below < 1 || below > UINT32)
      throw new RangeError(`no number below ${below}`);
    const end = UINT32 - (UINT32 % below);
    for (;;) {
      const drawn = uint32();
      if (drawn < end) return drawn % below;
    }
  };
  return rngOf(() => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53, int);
}
