import type { BotLanguage } from './bot-language.ts';
import { COLOR_NAMES } from './clue-words.ts';

/** How words of a language are taken apart by who hears them. Words are compared as `normalizeClue` leaves them. */
export interface Speech {
  readonly language: BotLanguage;
  /** One spelling for what is one word. */
  readonly fold: (word: string) => string;
  /** What a phrase may come from, the likeliest first, itself among them. */
  readonly stemsOf: (phrase: string) => readonly string[];
  /** The forms under which a modifier may be listed, the likeliest first, itself among them. */
  readonly modifiersOf: (word: string) => readonly string[];
  /** What a word may be a form of in the name of a color, itself among them. */
  readonly formsOf: (word: string) => readonly string[];
  /** Whether a word only says another one again, with something more: "beetroot" after "beet". */
  readonly isWithin: (short: string, long: string) => boolean;
  /** Whether a phrase is a basic color name: everybody knows those. */
  readonly isColorName: (phrase: string) => boolean;
}

const BASIC: ReadonlySet<string> = new Set(COLOR_NAMES);

/** Bananas, mossy, peaches, berries, rusted. */
export const ENGLISH_SPEECH: Speech = {
  language: 'en',
  fold: (word) => word,
  stemsOf: (phrase) => [
    phrase,
    phrase.replace(/ies$/, 'y'),
    phrase.replace(/s$/, ''),
    phrase.replace(/es$/, ''),
    phrase.replace(/(ish|y|ed|en|like)$/, ''),
    phrase.replace(/(ish|y|ed|en)$/, 'e'),
    phrase.replace(/(.)\1(y|ed|ish)$/, '$1'),
  ],
  modifiersOf: (word) => [word],
  formsOf: (word) => [word],
  isWithin: (short, long) => long.startsWith(short),
  isColorName: (phrase) => BASIC.has(phrase),
};
