import type { GameAbout } from '../core/about.ts';
import { ABOUT as colorClues } from './color-clues/about.ts';
import { ABOUT as fourInARow } from './four-in-a-row/about.ts';

/** Every game that can be played here. The first is played where nobody asked for another. */
export const GAMES: readonly [GameAbout, ...GameAbout[]] = [colorClues, fourInARow];

/** What is known of the game with this name, or undefined. */
export const gameAbout = (name: string): GameAbout | undefined => GAMES.find((game) => game.name === name);
