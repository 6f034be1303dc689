import { randomInt } from 'node:crypto';
import { seededRng } from '../../shared/core/rng.ts';
import type { Entropy } from '../../shared/engine/ports.ts';

/** Every decision gets a generator with a fresh seed from the system. */
export const systemEntropy = (): Entropy => ({ rng: () => seededRng(randomInt(0x1_0000_0000)) });
