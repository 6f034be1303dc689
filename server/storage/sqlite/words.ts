import { hasUnspaced, type Piece, piecesOf, wantedIn } from '../words.ts';

/** Between two runs, so that no pair of letters is found across. */
const GAP = '\uf8ff';
/** The index takes marks for spaces; so they become letters of nobody, as many as there are (U+E000–U+F7FF). */
const MARKS = /\p{M}/gu;
const plain = (run: string): string[] =>
  Array.from(
    run.replace(MARKS, (mark) => String.fromCharCode(0xe000 + ((mark.codePointAt(0) ?? 0) % 0x1800))),
  );

/** Pairs of letters that follow each other; the last letter alone is found as a beginning of nothing else. */
const pairsOf = (letters: readonly string[]): string[] =>
  letters.map((letter, index) => letter + (letters[index + 1] ?? ''));

/**
 * What a text is indexed as when its words cannot be told by spaces: its words, and of each run all pairs of letters.
 * Null for other texts, which are indexed as they are.
 */
export function gramsOf(text: string | null): string | null {
  if (text === null || !hasUnspaced(text)) return null;
  return piecesOf(text)
    .map(({ text: piece, isSpaced }) => (isSpaced ? piece : `${GAP} ${pairsOf(plain(piece)).join(' ')}`))
    .join(' ');
}

/**
 * What people look for as an expression of the full-text index. Null when there is no word in it. Quotes keep words from
 * being taken for operators.
 */
export function wordsOf(query: string): string | null {
  const wanted = wantedIn(query);
  return wanted.length === 0 ? null : wanted.map(expressionOf).join(' AND ');
}

function expressionOf({ text, isSpaced }: Piece): string {
  const letters = isSpaced ? [text] : plain(text);
  if (letters.length === 1) return `"${letters[0]}" *`;
  return `"${pairsOf(letters).slice(0, -1).join(' ')}"`;
}
