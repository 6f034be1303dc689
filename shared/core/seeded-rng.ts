import { type Rng, rngOf, UINT32 } from './rng.ts';

/**
 * A generator for tests and for the builders of frozen tables: the same seed gives the same numbers on every machine.
 * Never for a game that is played: 32 bits can be searched within minutes (`test/unit/boundaries.ts` forbids it).
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
    return (t >>> 0) / UINT32;
  };
  for (let i = 0; i < 12; i++) next();
  return rngOf(next, (below) => Math.floor(next() * below));
}
