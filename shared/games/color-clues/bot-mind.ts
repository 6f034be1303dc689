import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Rng, UINT32 } from '../../core/rng.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * How one bot thinks of words. Everybody knows the same words, but nobody means quite the same color by them: the giver's
 * moss is not the guesser's.
 */
export interface Mind {
  readonly lexicon: Lexicon;
  /** What makes it different from others, 128 random bits in hex; null for what people mean on the average. */
  readonly salt: string | null;
  /** How it sees everything. */
  readonly self: Lean;
}

/** Where a word lies in a mind, from where it lies on the average: OKLab, in cells of that neighborhood. */
export interface Lean {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** Standard deviation of one word in one mind, and of everything that a mind sees; in cells, along each axis. */
const WORD_CELLS = 1.0;
const MIND_CELLS = 0.4;
/** Some words mean something quite different to somebody: how many, and how much farther they lie. */
const ODD_SHARE = 0.12;
const ODD_FACTOR = 2.2;
/** Words of 32 bits in a salt. */
const SALT_WORDS = 4;

export function newMind(lexicon: Lexicon, rng: Rng): Mind {
  const words = Array.from({ length: SALT_WORDS }, () => rng.int(UINT32).toString(16).padStart(8, '0'));
  const salt = words.join('');
  return { lexicon, salt, self: scaled(draws(salt), MIND_CELLS) };
}

/** Where a phrase lies in this mind: always the same. */
export function leanOf(phrase: string, { salt, self }: Mind): Lean {
  if (salt === null) return self;
  const word = draws(`${salt} ${phrase}`);
  const { l, a, b } = scaled(word, WORD_CELLS * (word.share < ODD_SHARE ? ODD_FACTOR : 1));
  return { l: l + self.l, a: a + self.a, b: b + self.b };
}

const scaled = ({ l, a, b }: Lean, by: number): Lean => ({ l: l * by, a: a * by, b: b * by });

/** Three numbers of a standard normal distribution (sums of four even ones), and one in [0, 1). */
function draws(text: string): Lean & { readonly share: number } {
  const bytes = sha256(utf8ToBytes(text));
  const even = (at: number) => (bytes[at]! * 256 + bytes[at + 1]!) / 0x1_0000;
  const normal = (at: number) => (even(at) + even(at + 2) + even(at + 4) + even(at + 6) - 2) * Math.sqrt(3);
  return { l: normal(0), a: normal(8), b: normal(16), share: even(24) };
}
