import { knows, type Mind } from './bot-mind.ts';
import { normalizeClue } from './clue-check.ts';
import type { Anchor, Lexicon } from './lexicon.ts';

/** Shorter words have too many neighbors to guess what was meant. */
const MIN_TYPO_LETTERS = 5;

/** The words of a clue that can mean something. */
export const wordsOf = (clue: string, { stopWords }: Lexicon): string[] =>
  normalizeClue(clue)
    .map((word) => word.replace(/'s?/g, ''))
    .filter((word) => word !== '' && !stopWords.has(word));

/** Finds a phrase as it is, or what it comes from: bananas, mossy, peaches, berries, rusted, avacado; if it is known here. */
export function lookUp(phrase: string, mind: Mind): readonly Anchor[] | null {
  const { vocabulary, modifiers } = mind.lexicon;
  if (modifiers.has(phrase)) return vocabulary.get(phrase) ?? null;
  const stems = [
    phrase,
    phrase.replace(/ies$/, 'y'),
    phrase.replace(/s$/, ''),
    phrase.replace(/es$/, ''),
    phrase.replace(/(ish|y|ed|en|like)$/, ''),
    phrase.replace(/(ish|y|ed|en)$/, 'e'),
    phrase.replace(/(.)\1(y|ed|ish)$/, '$1'),
  ];
  for (const stem of stems) {
    const found = vocabulary.get(stem);
    if (found && stem.length > 2) return knows(stem, mind) ? found : null;
  }
  return null;
}

/** Cuts words into the longest pieces the mind knows; a lone unknown compound into its two halves. */
export function splitPhrases(words: readonly string[], mind: Mind): string[] {
  const { lexicon } = mind;
  const isKnown = (phrase: string) => lexicon.modifiers.has(phrase) || lookUp(phrase, mind) !== null;
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
function meantBy(word: string, { vocabulary }: Lexicon): string {
  if (word.length < MIN_TYPO_LETTERS || vocabulary.has(word)) return word;
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
