import type { Speech } from './bot-speech.ts';
import { foldGerman, GERMAN_COLOR_NAMES } from './clue-words-german.ts';

const BASIC: ReadonlySet<string> = new Set(GERMAN_COLOR_NAMES);
/** What adjectives and plurals end with: nasser, Tomaten, Blätter, Kiwis. */
const ENDINGS = ['e', 'n', 's', 'en', 'er', 'es', 'em', 'nen'];
/** What makes an adjective of a thing: moosig, lachsfarbene, samtartig, kindisch. Or a small one: Blümchen. */
const MADE_OF = /(chen|lein|(farben|farbig|artig|haltig|ig|lich|isch|ern)(e[mnrs]?)?)$/;

const without = (word: string, ending: string): string[] =>
  word.endsWith(ending) ? [word.slice(0, -ending.length)] : [];

/** Erdbeeren and Erdbeer- for Erdbeere, Sonnen- for Sonne, Weihnachts- for Weihnacht, rostiges for Rost. */
function stemsOf(phrase: string): string[] {
  const made = phrase.replace(MADE_OF, '');
  return [phrase, ...ENDINGS.flatMap((ending) => without(phrase, ending)), `${phrase}e`, made, `${made}e`];
}

/** Nasser for nass, dunkler for dunkel, saure for sauer. */
function modifiersOf(word: string): string[] {
  const stems = ['e', 'er', 'es', 'en', 'em'].flatMap((ending) => without(word, ending));
  return [word, ...stems, ...stems.map((stem) => stem.replace(/([lr])$/, 'e$1'))];
}

/** Dunkles for dunkler, sauer for saure, in one spelling: what a word may be a form of. */
export const germanForms = (word: string): readonly string[] => modifiersOf(foldGerman(word));

/** How Germans bend their words. Comes with the German words alone: who plays in English does not load it. */
export const GERMAN_SPEECH: Speech = {
  language: 'de',
  fold: foldGerman,
  stemsOf,
  modifiersOf,
  formsOf: germanForms,
  // Regenwurm is a worm, too; three letters may be chance.
  isWithin: (short, long) => long.startsWith(short) || (short.length > 3 && long.endsWith(short)),
  isColorName: (phrase) => modifiersOf(phrase).some((stem) => BASIC.has(stem)),
};
