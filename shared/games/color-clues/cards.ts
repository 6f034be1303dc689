import cards from './data/cards.json' with { type: 'json' };
import type { Cell } from './types.ts';

type Card = readonly [Cell, Cell, Cell, Cell];

/**
 * The 120 cards of four cells each; every cell of the board stands on exactly one. A frozen table: stored games refer
 * to cards by index. Made once by `scripts/build-cards.ts`.
 */
export const CARDS = cards as unknown as readonly Card[];
