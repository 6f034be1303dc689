import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Rng, UINT32 } from '../../core/rng.ts';
import { CARDS } from './cards.ts';
import { hashedRng } from './hashed-rng.ts';

/** A shuffled deck, and what proves later that nobody changed it. */
export interface Deck {
  /** All 120 cards, the first one to be dealt first. */
  readonly order: readonly number[];
  /** 256 random bits, 64 hex digits: the order follows from them. A secret until the deck is used up. */
  readonly seed: string;
  /** 64 hex digits, public from the shuffle on: no other seed has this promise. */
  readonly promise: string;
}

/** Words of 32 bits in a seed. */
const SEED_WORDS = 8;

/** Shuffles all cards with a fresh seed. */
export function shuffledDeck(rng: Rng): Deck {
  const words = Array.from({ length: SEED_WORDS }, () => rng.int(UINT32));
  const seed = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return { order: orderOfSeed(seed), seed, promise: promiseOf(seed) };
}

/** What is shown before the first card: a hash that says nothing about the seed and fits no other. SPEC: docs/deck.md */
export const promiseOf = (seed: string): string =>
  bytesToHex(sha256(utf8ToBytes(`color-clues deck 1 promise ${seed}`)));

/** The order of the cards that follows from a seed, the same everywhere and for ever. SPEC: docs/deck.md */
export const orderOfSeed = (seed: string): number[] =>
  hashedRng(`color-clues deck 1 order ${seed}`).shuffle(CARDS.map((_, card) => card));
