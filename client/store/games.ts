import type { GameAbout } from '../../shared/core/about.ts';
import { gameAbout as inEnglish } from '../../shared/games/index.ts';

const known = new Map<string, GameAbout>();

/** Takes over what games say of themselves in the language of the page. Until then they say it in English. */
export function knowGames(games: readonly GameAbout[]): void {
  for (const about of games) known.set(about.name, about);
}

/** What is known of the game of this name before it is loaded; undefined for one that is not played here. */
export const gameAbout = (name: string): GameAbout | undefined => known.get(name) ?? inEnglish(name);

/** What a game is called; its name when it is not played here. */
export const gameTitle = (name: string): string => gameAbout(name)?.title ?? name;
