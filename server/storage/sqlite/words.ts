/** Words of one query that count; further ones are ignored. */
const MAX_WORDS = 20;

/**
 * What people look for as an expression of the full-text index: every word must be there, as a whole or as the
 * beginning of one. Null when there is no word in it. Quotes keep words from being taken for operators.
 */
export function wordsOf(query: string): string | null {
  const words = query.match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu)?.slice(0, MAX_WORDS);
  return words?.map((word) => `"${word}" *`).join(' AND ') ?? null;
}
