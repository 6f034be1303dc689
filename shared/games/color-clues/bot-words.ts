import { knows, type Mind } from './bot-mind.ts';
import { normalizeClue } from './clue-check.ts';
import type { Anchor, Lexicon, Shift } from './lexicon.ts';

/** Shorter words have too many neighbors to guess what was meant. */
const MIN_TYPO_LETTERS = 5;

/** The words of a clue that can mean something. */
export const wordsOf = (clue: string, { stopWords, speech }: Lexicon): string[] =>
  normalizeClue(clue)
    .map((word) => speech.fold(word.replace(/'s?/g, '')))
    .filter((word) => word !== '' && !stopWords.has(word));

/** What a modifier does, in any of its forms; null for a word that is none. */
export const shiftOf = (word: string, lexicon: Lexicon): Shift | null =>
  listedFor(word, lexicon.modifiers, lexicon) ?? null;

/** Finds a phrase as it is, or what it comes from: bananas, mossy, peaches, berries, rusted, avacado; if it is known here. */
export function lookUp(phrase: string, mind: Mind): readonly Anchor[] | null {
  const { lexicon } = mind;
  const { vocabulary, speech } = lexicon;
  if (shiftOf(phrase, lexicon)) return listedFor(phrase, vocabulary, lexicon) ?? null;
  for (const stem of speech.stemsOf(phrase)) {
    const found = vocabulary.get(stem);
    if (found && stem.length > 2) return knows(stem, mind) ? found : null;
  }
  return null;
}

function listedFor<T>(word: string, list: ReadonlyMap<string, T>, { speech }: Lexicon): T | undefined {
  for (const form of speech.modifiersOf(word)) {
    const found = list.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Cuts words into the longest pieces the mind knows; a lone unknown compound into its two halves. */
export function splitPhrases(words: readonly string[], mind: Mind): string[] {
  const { lexicon } = mind;
  const isKnown = (phrase: string) => shiftOf(phrase, lexicon) !== null || lookUp(phrase, mind) !== null;
  const phrases: string[] = [];
  for (let at = 0; at < words.length; ) {
    const pair = words.slice(at, at + 2).join(' ');
    if (at + 1 < words.length && lexicon.vocabulary.has(pair) && knows(pair, mind)) {
      phrases.push(pair);
      at += 2;
      continue;
    }
    const word = words[at]!;
    phrases.push(...(isKnown(word) ? [word] : (halvesOf(word, isKnown) ?? [meantBy(word, lexicon)])));
    at++;
  }
  return phrases;
}

/** `cherrywood` → cherry, wood. Halves of fewer than three letters are chance. */
function halvesOf(word: string, isKnown: (part: string) => boolean): string[] | null {
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    if (halves.every(isKnown)) return halves;
  }
  return null;
}

/** The known word that a misspelled one stands for, or the word itself. */
function meantBy(word: string, { vocabulary, foreign }: Lexicon): string {
  if (word.length < MIN_TYPO_LETTERS || vocabulary.has(word) || foreign?.vocabulary.has(word)) return word;
  for (const known of vocabulary.keys()) {
    if (known[0] === word[0] && isOneTypoApart(known, word)) return known;
  }
  return word;
}

/** One letter too many, too few, wrong, or two swapped. */
function isOneTypoApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const isSwapped = a[from] === b[from + 1] && a[from + 1] === b[from];
  const rests = [
    [a.slice(from + 1), b.slice(from)],
    [a.slice(from), b.slice(from + 1)],
    [a.slice(from + 1), b.slice(from + 1)],
    ...(isSwapped ? [[a.slice(from + 2), b.slice(from + 2)]] : []),
  ];
  return rests.some(([restA, restB]) => restA === restB);
}
