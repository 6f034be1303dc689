import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Oklab } from 'culori';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { toOklab } from './board-match.ts';

/**
 * The lists we use of npm `color-name-lists` (MIT); the lists themselves are CC0:
 * - XKCD color survey, 949 names by several hundred thousand people, xkcd.com/color/rgb
 * - Many Languages Many Colors, English, 545 names, UW Interactive Data Lab
 * - The Color Thesaurus, 240 names, Ingrid Sundberg
 * Its Wikipedia, X11, Crayons, RAL, Windows and Japanese lists have other or unknown licenses: never read here.
 */
const LISTS = { xkcd: 1.5, mlmc_english: 1.5, thesaurus: 0.5 } as const;

/** A name of a color as a list has it, cleaned. */
export interface NamedColor {
  readonly name: string;
  readonly color: Oklab;
  /** How much we trust the list. */
  readonly trust: number;
}

/** What the profanity filter lets pass because it is not profanity, only disgusting. */
const DISGUSTING = /\b(poo|poop|puke|snot|vomit|booger|shit|piss|bile|barf|diarrhea|nasty|gross|icky|idk)\b/;
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Whether a phrase has no place on a friendly board. */
export const isRude = (phrase: string): boolean => DISGUSTING.test(phrase) || matcher.hasMatch(phrase);

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(',').map((entry) => entry.trim().split(' = ') as [string, string]));

/** One spelling per word, the American one. Bots understand the others, too. */
export const SPELLING = table(`
grey = gray, greyish = grayish, lavendar = lavender, liliac = lilac, fuschia = fuchsia, fushcia = fuchsia,
perrywinkle = periwinkle, toupe = taupe, siena = sienna, terracota = terracotta, creme = cream, forrest = forest,
manilla = manila, kelley = kelly, vermillion = vermilion, ocre = ochre, ocher = ochre, fluro = fluorescent,
blueish = bluish, redish = reddish, purpleish = purplish
`);
/** Compounds that a list has in two words. */
const JOINED = table(`
golden rod = goldenrod, egg shell = eggshell, aqua marine = aquamarine, bubble gum = bubblegum,
terra cotta = terracotta, hazel wood = hazelwood
`);

/** Lower case, no apostrophes, one spelling: `Robin's Egg` → `robin egg`. */
export function cleanName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/'s?/g, '')
    .split(/[\s-]+/)
    .map((word) => SPELLING.get(word) ?? word)
    .join(' ')
    .replace(/^robins egg/, 'robin egg');
  return [...JOINED].reduce((text, [from, to]) => text.replace(from, to), words);
}

/** A list of npm `color-name-lists` as it is. */
export function readList(list: string): { readonly name: string; readonly color: Oklab }[] {
  const file = createRequire(import.meta.url).resolve('color-name-lists/dist/colorlists.json');
  const { lists }: { lists: Record<string, { name: string; hex: string }[]> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return lists[list]!.map(({ name, hex }) => ({ name, color: toOklab(hex) }));
}

/** All English names of the lists, rude ones and mixtures ("blue/gray") left out. */
export function loadNames(): NamedColor[] {
  return Object.entries(LISTS).flatMap(([list, trust]) =>
    readList(list)
      .map(({ name, color }) => ({ name: cleanName(name), color, trust }))
      .filter(({ name }) => /^[a-z ]+$/.test(name) && !isRude(name)),
  );
}
