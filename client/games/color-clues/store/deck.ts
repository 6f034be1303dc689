import type { View } from './view.ts';

/** Before the id of a match in the id of its talk. */
const TALK = 'talk-';

/** What to say of the deck of a table. */
export interface DeckWords {
  /** Its promise, short enough to be noted: `66a3…7c8c`. */
  readonly short: string;
  /** Where it can be checked; null until that is known. */
  readonly address: string | null;
}

/** Null before the first game, and for a deck without a promise. */
export function deckWords({ game }: View, talk: string | null): DeckWords | null {
  const promise = game?.promise ?? null;
  if (promise === null) return null;
  return {
    short: `${promise.slice(0, 4)}…${promise.slice(-4)}`,
    address: talk?.startsWith(TALK) ? `/api/matches/${talk.slice(TALK.length)}/deck` : null,
  };
}
