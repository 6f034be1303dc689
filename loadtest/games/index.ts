import { colorClues, party } from './color-clues.ts';
import { fourInARow } from './four-in-a-row.ts';
import type { PlayedGame } from './played-game.ts';

/** The game of every scenario that is not about another one. */
export const FIRST_GAME: PlayedGame<unknown> = colorClues;
/** One with other rules, to see that nothing is quick or right for the first alone. */
export const SECOND_GAME: PlayedGame<unknown> = fourInARow;
/** The first again, in which all move at the same time and every seat has a secret. */
export const PARTY_GAME: PlayedGame<unknown> = party;

/** Every game that the load test plays. */
export const PLAYED_GAMES: readonly PlayedGame<unknown>[] = [FIRST_GAME, PARTY_GAME, SECOND_GAME];
