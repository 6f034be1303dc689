import { germanForms } from '../../../shared/games/color-clues/bot-german.ts';
import { isNameNear } from '../../../shared/games/color-clues/cell-names-near.ts';
import { normalizeClue } from '../../../shared/games/color-clues/clue-check.ts';
import { foldGerman, GERMAN_COLOR_NAMES } from '../../../shared/games/color-clues/clue-words-german.ts';
import { toOklab } from '../board-match.ts';
import type { Before, Tongue } from '../clues.ts';
import type { Kind } from '../things.ts';
import { merge, OWN_TRUST, parseThings, RANKS, type Sense, type Thing, useOf } from '../vocabulary.ts';
import { GERMAN_CLUE_MODIFIERS, GERMAN_NEUTRAL, GERMAN_SHIFTS, GERMAN_SUITED } from './modifiers.ts';
import { loadGermanNames } from './names.ts';
import { GERMAN_THINGS } from './things.ts';

/** Lightness (hundredths of OKLab L) and chroma (percent) by word. */
export const GERMAN_MODIFIERS: ReadonlyMap<string, readonly [lightness: number, chroma: number]> = new Map([
  ...listed(GERMAN_NEUTRAL).map((word) => [phraseOf(word), [0, 100]] as const),
  ...listed(GERMAN_SHIFTS).map((entry) => {
    const [word, lightness, chroma] = entry.split(' ');
    return [phraseOf(word!), [Number(lightness), Number(chroma)]] as const;
  }),
]);

/**
 * German: our list of things, of which many have the color of their English word, and the names of a public list.
 * @param shown what the board calls each cell in German
 */
export function german(shown: readonly string[]): Tongue {
  const things = parseGermanThings();
  const suiting = suitingOf();
  return {
    language: 'de',
    things,
    senses: sensesOf(things),
    hasColor,
    suiting: ({ text }) => suiting.get(text) ?? [],
    phraseOf,
    isNameNear: (cell) => isNameNear(cell, shown, germanForms),
  };
}

/** How a phrase is looked up: as a clue is compared. */
function phraseOf(text: string): string {
  return normalizeClue(text).map(foldGerman).join(' ');
}

function listed(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Reads the lists in `things.ts`. @throws on a line that cannot be read */
function parseGermanThings(): Thing[] {
  const known = new Map(parseThings().map((thing) => [thing.phrase, thing]));
  return Object.entries(GERMAN_THINGS).flatMap(([kind, list]) =>
    listed(list).map((entry): Thing => {
      const [, mark, text, english, hexes] =
        /^([~?]?)([\p{L} ]+?) (?:= ([a-z ]+)|((?:#[0-9a-f]{6} ?)+))$/u.exec(entry) ?? [];
      const colors = english ? known.get(english)?.colors : hexes?.split(' ').map(toOklab);
      if (!text || !colors) throw new Error(`german things: cannot read "${entry}"`);
      return {
        phrase: phraseOf(text),
        text,
        english: english ?? null,
        kind: kind as Kind,
        colors,
        use: useOf(mark),
      };
    }),
  );
}

/** What every phrase stands for. As for English words, a thing of several colors is not blended with the public list. */
function sensesOf(things: readonly Thing[]): Map<string, Sense[]> {
  const samples = new Map<string, { color: Sense['color']; weight: number }[]>();
  const add = (phrase: string, all: { color: Sense['color']; weight: number }[]) =>
    samples.set(phrase, [...(samples.get(phrase) ?? []), ...all]);
  for (const { phrase, colors } of things)
    add(
      phrase,
      colors.map((color, i) => ({ color, weight: OWN_TRUST * RANKS[i]! })),
    );
  const divided = new Set(things.filter(({ colors }) => colors.length > 1).map(({ phrase }) => phrase));
  for (const { name, color, trust } of loadGermanNames()) {
    const phrase = phraseOf(name);
    if (!divided.has(phrase)) add(phrase, [{ color, weight: trust }]);
  }
  return new Map([...samples].map(([phrase, all]) => [phrase, merge(all)]));
}

/** A color's name in it: Braunbär, Eigelb. But bread is not red. */
const hasColor = (phrase: string): boolean =>
  GERMAN_COLOR_NAMES.some((name) => (name === 'rot' ? /\brot/.test(phrase) : phrase.includes(name)));

const ENDING: Readonly<Record<string, string>> = { der: 'er', die: 'e', das: 'es' };

/** Modifiers by thing, with the ending that its article asks for: nasser Sand, reife Mango, welkes Laub. */
function suitingOf(): ReadonlyMap<string, readonly Before[]> {
  return new Map(
    Object.entries(GERMAN_SUITED).flatMap(([kind, list]) =>
      listed(list).map((entry): [string, Before[]] => {
        const [article, thing] = entry.split(' ');
        const befores = GERMAN_CLUE_MODIFIERS[kind as Kind]!.map((word) => {
          const [lightness, chroma] = GERMAN_MODIFIERS.get(phraseOf(word))!;
          return { text: word.replace(/el$/, 'l') + ENDING[article!]!, lightness, chroma };
        });
        return [thing!, befores];
      }),
    ),
  );
}
