import { type Piece, piecesOf, wantedIn } from '../words.ts';

/** Accents above and below letters. Marks of other scripts are letters in their own right. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Without regard to case and accents. */
const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC').replaceAll('ς', 'σ');

const isIn = (word: Piece, wanted: Piece): boolean =>
  wanted.isSpaced
    ? word.isSpaced && word.text.startsWith(wanted.text)
    : !word.isSpaced && word.text.includes(wanted.text);

/** Whether a text has all that a query asks for. Null when that is nothing, so that nothing can be found. */
export function matcherOf(query: string): ((text: string) => boolean) | null {
  const wanted = wantedIn(fold(query));
  if (wanted.length === 0) return null;
  return (text) => {
    const words = piecesOf(fold(text));
    return wanted.every((each) => words.some((word) => isIn(word, each)));
  };
}
