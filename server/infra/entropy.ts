import { randomFillSync } from 'node:crypto';
import { nanoid } from 'nanoid';
import { rngFrom } from '../../shared/core/rng.ts';
import type { Entropy } from '../../shared/engine/ports.ts';

/** Bytes that are taken from the system at once. */
const POOL = 4_096;
/** Characters of a name: 72 random bits. */
const NAME_LENGTH = 12;

/**
 * Randomness of the system itself (its cryptographic generator), a pool at a time. There is no seed: each draw takes 32
 * fresh bits that nobody can search for or compute from earlier ones, and none is kept after it was used.
 * @param fill fills a buffer with random bytes
 */
export function systemEntropy(fill: (target: Uint8Array) => unknown = randomFillSync): Entropy {
  const pool = Buffer.alloc(POOL);
  let at = POOL;
  const rng = rngFrom(() => {
    if (at === POOL) {
      fill(pool);
      at = 0;
    }
    const drawn = pool.readUInt32BE(at);
    pool.writeUInt32BE(0, at);
    at += 4;
    return drawn;
  });
  return { rng: () => rng, unique: () => nanoid(NAME_LENGTH) };
}
