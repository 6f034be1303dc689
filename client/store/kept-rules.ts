import type { Options, OptionsForm } from '../games/game.ts';
import { readOptions } from './options.ts';
import { rulesName } from './rules-link.ts';

/** Rules that somebody keeps in this browser, by a name of their own. */
export interface KeptRules {
  readonly name: string;
  readonly options: Options;
}

/** So many are kept of a game. */
export const MAX_KEPT = 12;

/** Why nothing was kept: there are as many as there may be, or the browser keeps nothing. */
export type NotKept = 'full' | 'forbidden';

/** Where it is kept; may throw at anything, as a browser's storage does. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (game: string): string => `color-clues:rules:${game}`;

/** What is kept of a game, the newest first; what cannot be read is left out. */
export function keptRules(shelf: () => Shelf, game: string, form: OptionsForm): readonly KeptRules[] {
  try {
    const found: unknown = JSON.parse(shelf().getItem(keyOf(game)) ?? '[]');
    if (!Array.isArray(found)) return [];
    const kept = new Map<string, KeptRules>();
    for (const each of found) {
      const rules = readKept(form, each);
      if (rules && !kept.has(rules.name)) kept.set(rules.name, rules);
    }
    return [...kept.values()].slice(0, MAX_KEPT);
  } catch {
    return [];
  }
}

function readKept(form: OptionsForm, raw: unknown): KeptRules | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { name: called, options } = raw as Readonly<Record<string, unknown>>;
  const name = typeof called === 'string' ? rulesName(called) : '';
  if (name === '' || typeof options !== 'object' || options === null || Array.isArray(options)) return null;
  return { name, options: readOptions(form, options) };
}

/** Keeps rules, in place of those of the same name; null when that worked. */
export function keepRules(
  shelf: () => Shelf,
  game: string,
  form: OptionsForm,
  { name, options }: KeptRules,
): NotKept | null {
  const others = keptRules(shelf, game, form).filter((each) => each.name !== name);
  if (others.length >= MAX_KEPT) return 'full';
  return write(shelf, game, [{ name, options }, ...others]);
}

/** Keeps rules of this name no longer; null when that worked. */
export const dropRules = (
  shelf: () => Shelf,
  game: string,
  form: OptionsForm,
  name: string,
): NotKept | null =>
  write(
    shelf,
    game,
    keptRules(shelf, game, form).filter((each) => each.name !== name),
  );

function write(shelf: () => Shelf, game: string, rules: readonly KeptRules[]): NotKept | null {
  try {
    shelf().setItem(keyOf(game), JSON.stringify(rules));
    return null;
  } catch {
    return 'forbidden';
  }
}
