import { useEffect, useState } from 'preact/hooks';
import type { ClientGame } from '../../games/game.ts';
import { chosenGame } from '../../store/preferences.ts';
import { useGames } from '../ui/games.ts';

/** The game that was chosen or played last; null until it is loaded, or when it cannot be loaded. */
export function useChosenGame(): ClientGame | null {
  const [game, setGame] = useState<ClientGame | null>(null);
  const { loadGame } = useGames();
  const { name } = chosenGame();
  useEffect(() => {
    let isCurrent = true;
    loadGame(name).then(
      (loaded) => isCurrent && setGame(loaded),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [loadGame, name]);
  return game?.about.name === name ? game : null;
}
