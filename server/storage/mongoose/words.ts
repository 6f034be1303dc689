const WORDS = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu;
/** Accents above and below letters. Marks of other scripts are letters in their own right. */
const ACCENTS = /[\u0300-\u036f]/g;
/** Words of one query that count; further ones are ignored. */
const MAX_WORDS = 20;

/** Words without regard to case and accents. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .match(WORDS) ?? [];

/**
 * Whether a text has all words of a query, each as a whole or as the beginning of one. Null when the query has no
 * word, so that nothing can be found.
 */
export function matcherOf(query: string): ((text: string) => boolean) | null {
  const wanted = wordsOf(query).slice(0, MAX_WORDS);
  if (wanted.length === 0) return null;
  return (text) => {
    const words = wordsOf(text);
    return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
}
