import { type GameAbout, kindOf } from '../../shared/core/about.ts';
import { chosenMode, setPreferences } from './preferences.ts';

/**
 * Remembers which mode of a game is played. Whoever has chosen none and plays the first one, which is what comes by itself,
 * has still chosen none.
 */
export function rememberMode(about: GameAbout, mode: string): void {
  const isOwnWay = chosenMode(about) === undefined && about.modes?.[0]?.name === mode;
  if (!isOwnWay && chosenMode(about) !== mode) setPreferences({ mode: kindOf(about.name, mode) });
}
