import { type Before, hasEnglishColor, type Tongue } from './clues.ts';
import { CLUE_MODIFIERS, MODIFIERS, SUITED } from './modifiers.ts';
import type { NamedColor } from './names.ts';
import { buildSenses, parseThings, type Thing } from './vocabulary.ts';

/** English: our list of things, and the names of three public lists. */
export function english(names: readonly NamedColor[]): Tongue {
  const things = parseThings();
  return {
    language: 'en',
    things,
    senses: buildSenses(things, names),
    hasColor: hasEnglishColor,
    suiting: suitingOf,
    phraseOf: (text) => text,
  };
}

function suitingOf({ phrase, kind }: Thing): readonly Before[] {
  if (MODIFIERS.has(phrase) || SUITED[kind]?.has(phrase) === false) return [];
  return CLUE_MODIFIERS[kind].map((text) => {
    const [lightness, chroma] = MODIFIERS.get(text)!;
    return { text, lightness, chroma };
  });
}
