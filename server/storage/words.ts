/** Words of one query that count; further ones are ignored. */
const MAX_WORDS = 20;
const WORDS = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu;
/** Scripts that are written without spaces: what is between two spaces is no word there. */
const SCRIPTS = [
  'Han',
  'Hira',
  'Kana',
  'Bopo',
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
  'Tibt',
  'Lana',
  'Talu',
  'Tale',
  'Java',
];
const UNSPACED = `[[${SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]&&[\\p{L}\\p{M}]]`;
const PIECES = new RegExp(`(${UNSPACED}+)|(?:(?!${UNSPACED}).)+`, 'gv');
const HAS_UNSPACED = new RegExp(UNSPACED, 'v');

/** A word, or a run of letters that may have words anywhere inside. */
export interface Piece {
  readonly text: string;
  readonly isSpaced: boolean;
}

/** Whether words of a text cannot be told by its spaces. */
export const hasUnspaced = (text: string): boolean => HAS_UNSPACED.test(text);

/** What a text is made of for searches, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  // Before marks are looked at: a letter of half width has its mark as a letter of its own.
  const plain = hasUnspaced(text) ? text.normalize('NFKC') : text;
  for (const [word] of plain.matchAll(WORDS)) {
    if (!hasUnspaced(word)) pieces.push({ text: word, isSpaced: true });
    else {
      for (const [piece, run] of word.matchAll(PIECES)) {
        if (run !== undefined) pieces.push({ text: run, isSpaced: false });
        else pieces.push({ text: piece, isSpaced: true });
      }
    }
  }
  return pieces;
}

/** What people look for. Every piece must be there: a word as a whole or as the beginning of one, a run anywhere. */
export const wantedIn = (query: string): readonly Piece[] => piecesOf(query).slice(0, MAX_WORDS);
