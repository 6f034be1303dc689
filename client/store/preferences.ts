import { effect, type Signal, signal } from '@preact/signals';

/** What a person sets for this browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly sound: boolean;
  readonly vibration: boolean;
  readonly motion: 'system' | 'less';
  /** The loupe says the name of the color, not only its coordinate. */
  readonly names: boolean;
  readonly familyBands: boolean;
  readonly familyTexture: boolean;
}

const DEFAULTS: Preferences = {
  theme: 'system',
  sound: true,
  vibration: true,
  motion: 'system',
  names: true,
  familyBands: false,
  familyTexture: false,
};

const KEY = 'color-clues:preferences';

/** Storage may be forbidden or hold anything: then the defaults count. */
function load(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return readPreferences(stored);
  } catch {
    return DEFAULTS;
  }
}

/** Takes over what has the right type, the default for the rest. */
export function readPreferences(stored: unknown): Preferences {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const flag = (key: keyof Preferences): boolean =>
    typeof given[key] === 'boolean' ? given[key] : DEFAULTS[key] === true;
  return {
    theme: given.theme === 'light' || given.theme === 'dark' ? given.theme : 'system',
    sound: flag('sound'),
    vibration: flag('vibration'),
    motion: given.motion === 'less' ? 'less' : 'system',
    names: flag('names'),
    familyBands: flag('familyBands'),
    familyTexture: flag('familyTexture'),
  };
}

export const preferences: Signal<Preferences> = signal(DEFAULTS);

/** Changes some settings and keeps them. */
export function setPreferences(patch: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...patch };
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.value));
  } catch {
    // Private mode or a full disk: the setting lasts as long as the page.
  }
}

const lessMotion = signal(false);

/** Whether motion is to be avoided, by the system's wish or ours. */
export const isCalm = (): boolean => lessMotion.value || preferences.value.motion === 'less';

/** Loads the settings and puts theme and motion on the document. Called once. */
export function applyPreferences(): void {
  preferences.value = load();
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
