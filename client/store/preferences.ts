import { effect, type Signal, signal } from '@preact/signals';
import type { GameAbout } from '../../shared/core/about.ts';
import { GAMES } from '../../shared/games/index.ts';
import { gameAbout } from './games.ts';
import { store, stored } from './stored.ts';

/** What a person sets for this browser, whatever is played. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly sound: boolean;
  readonly vibration: boolean;
  readonly motion: 'system' | 'less';
  /** Whether reactions of people at a table are shown, and can be given. */
  readonly reactions: boolean;
  /** The game that was chosen or played last; `''` for none yet. */
  readonly game: string;
  /** The mode of a game that was chosen, or played last, as of `kindOf`; `''` for the game's own way. */
  readonly mode: string;
}

const DEFAULTS: Preferences = {
  theme: 'system',
  sound: true,
  vibration: true,
  motion: 'system',
  reactions: true,
  game: '',
  mode: '',
};

/** Takes over what has the right type, the default for the rest. */
export function readPreferences(given: Readonly<Record<string, unknown>>): Preferences {
  return {
    theme: given.theme === 'light' || given.theme === 'dark' ? given.theme : 'system',
    sound: given.sound !== false,
    vibration: given.vibration !== false,
    motion: given.motion === 'less' ? 'less' : 'system',
    reactions: given.reactions !== false,
    game: typeof given.game === 'string' ? given.game : '',
    mode: typeof given.mode === 'string' ? given.mode : '',
  };
}

export const preferences: Signal<Preferences> = signal(DEFAULTS);

/** Changes some settings and keeps them. */
export function setPreferences(patch: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...patch };
  store(patch);
}

/** The game that this person most likely wants to play. */
export const chosenGame = (): GameAbout =>
  gameAbout(preferences.value.game) ?? gameAbout(GAMES[0].name) ?? GAMES[0];

/** The mode of this game that was chosen, or played last; undefined for the game's own way. */
export const chosenMode = ({ name, modes }: GameAbout): string | undefined =>
  modes?.find((mode) => `${name}/${mode.name}` === preferences.value.mode)?.name;

const lessMotion = signal(false);

/** Whether motion is to be avoided, by the system's wish or ours. */
export const isCalm = (): boolean => lessMotion.value || preferences.value.motion === 'less';

/** Loads the settings and puts theme and motion on the document. Called once. */
export function applyPreferences(): void {
  preferences.value = readPreferences(stored());
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  lessMotion.value = query.matches;
  query.addEventListener('change', () => {
    lessMotion.value = query.matches;
  });
  effect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = preferences.value.theme;
    dataset.calm = String(isCalm());
  });
}
