import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AlonePages, ClientGame } from '../../games/game.ts';

/** Where games come from: pages know none of them by themselves. */
export interface Games {
  /** Loads a game by its name; rejects when it cannot be loaded, or when there is none of that name. */
  loadGame(name: string): Promise<ClientGame>;
  /** Loads what one plays alone; rejects when it cannot be loaded. */
  loadAlone(): Promise<AlonePages>;
  /** The address of the picture of a game: wide, and as good when only its middle is shown. */
  pictureOf(name: string): string;
}

export const GamesContext = createContext<Games | null>(null);

/** Where games come from on this page. */
export function useGames(): Games {
  const games = useContext(GamesContext);
  if (!games) throw new Error('used outside the app');
  return games;
}
