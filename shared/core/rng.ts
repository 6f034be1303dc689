/** A source of randomness. Only `setup` and `decide` see one; what it gave is recorded in events. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below); `below` ≥ 1. */
  int(below: number): number;
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** A new list with the same items in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * A seeded generator: the same seed gives the same numbers on every machine. Not for secrets of people (ids,
 * sessions), only for games.
 * @param seed any 32-bit whole number
 * @source sfc32 by Chris Doty-Humphrey (PractRand), public domain; state spread from the seed by splitmix32.
 */
export function seededRng(seed: number): Rng {
  let s = seed >>> 0;
  const spread = () => {
    s = (s + 0x9e3779b9) >>> 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [spread(), spread(), spread(), 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (below: number) => Math.floor(next() * below);
  return {
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
  };
}
