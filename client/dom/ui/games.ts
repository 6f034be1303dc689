import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClientGame } from '../../games/game.ts';

/** Loads a game by its name; rejects when it cannot be loaded, or when there is none of that name. */
export type LoadGame = (name: string) => Promise<ClientGame>;

/** How games are loaded: pages know none of them by themselves. */
export const GamesContext = createContext<LoadGame | null>(null);

/** How games are loaded on this page. */
export function useLoadGame(): LoadGame {
  const load = useContext(GamesContext);
  if (!load) throw new Error('used outside the app');
  return load;
}
