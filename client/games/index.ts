import { withMessages } from '../i18n/messages.ts';
import { knowGames } from '../store/games.ts';
import { about as colorClues } from './color-clues/messages/about.ts';
import { about as fourInARow } from './four-in-a-row/messages/about.ts';
import type { AlonePages, ClientGame } from './game.ts';

knowGames([colorClues, fourInARow]);

/** How each game is loaded, by its name. Nothing of a game is on a page before it is opened; it is made when its messages are there. */
const LOADERS: Readonly<Record<string, () => Promise<() => ClientGame>>> = {
  'color-clues': async () => (await import('./color-clues/index.ts')).colorClues,
  'four-in-a-row': async () => (await import('./four-in-a-row/index.tsx')).fourInARow,
};

/** Loads a game; rejects when it cannot be loaded, or when there is none of that name. */
export async function loadGame(name: string): Promise<ClientGame> {
  const load = Object.hasOwn(LOADERS, name) ? LOADERS[name] : undefined;
  if (!load) throw new Error(`There is no game ${name}.`);
  const make = await withMessages(load());
  return make();
}

/** Loads what one plays alone: where it is, not yet the thing itself. */
export const loadAlone = async (): Promise<AlonePages> =>
  (await import('./color-clues/alone/pages.ts')).alone;

/** The address of the picture of a game: wide, and as good when only its middle is shown. */
export const pictureOf = (name: string): string => new URL(`./${name}/picture.svg`, import.meta.url).href;
