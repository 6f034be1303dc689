import { CARDS } from './cards.ts';
import { orderOfSeed, promiseOf } from './deck.ts';
import type { Cell, GameEvent } from './types.ts';

/** A round as everybody at the table saw it. */
export interface DealtRound {
  /** 1 for the first game that was played with this deck. */
  readonly game: number;
  readonly round: number;
  /** The color of the round; null when the card went back under the deck unseen. */
  readonly target: Cell | null;
}

/** What is known of one deck. */
export interface DeckRecord {
  /** 64 hex digits, shown since the shuffle. */
  readonly promise: string;
  /** 64 hex digits; null while cards of this deck may still be dealt. */
  readonly seed: string | null;
  /** In the order of the deal; empty while the seed is hidden. */
  readonly rounds: readonly DealtRound[];
}

/** What is known of the decks of a table, in the order of their shuffles. */
export interface DecksAnswer {
  readonly decks: readonly DeckRecord[];
}

/** Gathers from the facts of all games at one table which decks there were and what was dealt of them. */
export class DeckLedger {
  readonly #decks: { promise: string; seed: string; rounds: DealtRound[] }[] = [];
  #game = 0;
  #open: number | null = null;

  add(event: GameEvent): void {
    switch (event.type) {
      case 'deckShuffled':
        if (event.seed === null || event.promise === null) return;
        this.#decks.push({ promise: event.promise, seed: event.seed, rounds: [] });
        this.#game = 0;
        return;
      case 'gameStarted':
        this.#game++;
        return;
      case 'roundStarted':
        // A game goes on with a deck that was shuffled in the middle of it.
        if (this.#game === 0) this.#game = 1;
        this.#open = event.round;
        return;
      case 'roundRevealed':
        this.#dealt(event.target);
        return;
      case 'roundVoided':
      case 'gameEnded':
        this.#dealt(null);
        return;
    }
  }

  /** Every deck with a promise; `isClosed`: nothing will be dealt at this table any more. */
  records(isClosed: boolean): DeckRecord[] {
    return this.#decks.map(({ promise, seed, rounds }, i) =>
      isClosed || i < this.#decks.length - 1
        ? { promise, seed, rounds: [...rounds] }
        : { promise, seed: null, rounds: [] },
    );
  }

  #dealt(target: Cell | null): void {
    if (this.#open === null) return;
    this.#decks.at(-1)?.rounds.push({ game: this.#game, round: this.#open, target });
    this.#open = null;
  }
}

/**
 * What a check of a deck found.
 * - `kept`: the seed fits the promise, and every color that was shown lies on the card that the seed put there
 * - `sealed`: the seed is not out yet
 * - `otherSeed`: the seed does not fit the promise
 * - `otherCards`: a color was shown that was not next in the deck (`at`: which of its rounds, from 0)
 */
export type DeckFinding =
  | { readonly result: 'kept'; readonly colors: number }
  | { readonly result: 'sealed' }
  | { readonly result: 'otherSeed' }
  | { readonly result: 'otherCards'; readonly at: number };

/** Checks a deck with nothing but what is public. A card that was not shown goes back under the deck (rule 1.3). */
export function checkDeck({ promise, seed, rounds }: DeckRecord): DeckFinding {
  if (seed === null) return { result: 'sealed' };
  if (promiseOf(seed) !== promise) return { result: 'otherSeed' };
  const deck = orderOfSeed(seed);
  for (const [at, { target }] of rounds.entries()) {
    const card = deck.shift();
    if (card === undefined) return { result: 'otherCards', at };
    if (target === null) deck.push(card);
    else if (!CARDS[card]!.includes(target)) return { result: 'otherCards', at };
  }
  return { result: 'kept', colors: rounds.filter(({ target }) => target !== null).length };
}
