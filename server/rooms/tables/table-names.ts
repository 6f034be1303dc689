import type { Rng } from '../../../shared/core/rng.ts';

const CONSONANTS = [...'BDFGKLMNPRSTVZ'];
const VOWELS = [...'AEIOU'];

/** A code that is easy to say: `MOKA`. Two syllables give 4,900 codes, three 343,000. */
export const makeCode = (syllables: 2 | 3, rng: Rng): string =>
  Array.from({ length: syllables }, () => rng.pick(CONSONANTS) + rng.pick(VOWELS)).join('');
