import { CELLS, COLUMNS, columnOf, parseCell, rowOf } from './board.ts';
import { ENGLISH_SPEECH, type Speech } from './bot-speech.ts';
import type { Cell } from './types.ts';

/** A color on the board that a phrase makes people think of. Weights of a phrase add up to 1. */
export interface Anchor {
  readonly cell: Cell;
  readonly weight: number;
}

/** What a modifier does to a color: `lightness` is added to OKLab L, `chroma` multiplies OKLab a and b. */
export interface Shift {
  readonly lightness: number;
  readonly chroma: number;
}

/** What bots know: words with their colors and, for those who give clues, what can be said about each cell. */
export interface Lexicon {
  readonly speech: Speech;
  /** Another language that is understood, less surely; null for none. */
  readonly foreign: Lexicon | null;
  /** OKLab L, a, b of each cell: three numbers per cell. L is 0–1. */
  readonly oklab: Float64Array;
  /** Mean OKLab distance of each cell to its neighbors: what "one cell away" means there. */
  readonly spacing: Float64Array;
  readonly vocabulary: ReadonlyMap<string, readonly Anchor[]>;
  /** What kind of thing a phrase is (fruit, paints …); those that have none are known to fewer people. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly modifiers: ReadonlyMap<string, Shift>;
  readonly stopWords: ReadonlySet<string>;
  /** One-word clues of each cell, best first. */
  readonly clues: readonly (readonly string[])[];
  /** Two-word clues of each cell, best first. */
  readonly pairs: readonly (readonly string[])[];
  /** Every one-word clue, once. */
  readonly words: readonly string[];
  /** What the board calls each cell where this is spoken, by cell; null where that is English. */
  readonly cellNames: readonly string[] | null;
}

/** `data/lexicon.json`, and `data/lexicon-de.json` in German: all that guessing needs, flat lists of short strings, small and readable in a diff. Made by `npm run build:colors`. */
export interface LexiconJson {
  /** OKLab × 1000, three whole numbers per cell. */
  readonly oklab: readonly number[];
  /** `phrase=K18 kind` or `phrase=K10*3,H17`: cells with their weights (1 where none is written), and the kind, if any. */
  readonly vocabulary: readonly string[];
  /** `word=-16,95`: lightness in hundredths, chroma in percent. */
  readonly modifiers: readonly string[];
  /** Words between spaces. */
  readonly stopWords: string;
}

/** `data/clues.json`, and `data/clues-de.json` in German: what only those need who give clues. Made by the same build. */
export interface ClueListsJson {
  /** One string per cell, words between commas. */
  readonly clues: readonly string[];
  readonly pairs: readonly string[];
}

const NO_CLUES: ClueListsJson = { clues: [], pairs: [] };

interface Tongue {
  readonly speech?: Speech;
  readonly foreign?: Lexicon | null;
  readonly cellNames?: readonly string[] | null;
}

/**
 * Reads the frozen tables, the English ones or those of `speech`; without the second, what can guess but not give. Throws on
 * a broken one: that is a bug of the build, not of a player.
 */
export function decodeLexicon(
  json: LexiconJson,
  lists = NO_CLUES,
  { speech = ENGLISH_SPEECH, foreign = null, cellNames = null }: Tongue = {},
): Lexicon {
  if (json.oklab.length !== CELLS * 3) throw new Error('lexicon: wrong number of colors');
  const oklab = Float64Array.from(json.oklab, (value) => value / 1000);
  const clues = lists.clues.map((line) => line.split(','));
  const entries = json.vocabulary.map(decodeEntry);
  return {
    speech,
    foreign,
    oklab,
    spacing: spacingOf(oklab),
    vocabulary: new Map(entries.map(({ phrase, anchors }) => [phrase, anchors])),
    kinds: new Map(entries.flatMap(({ phrase, kind }) => (kind ? [[phrase, kind]] : []))),
    modifiers: new Map(json.modifiers.map(decodeModifier)),
    stopWords: new Set(json.stopWords.split(' ')),
    clues,
    pairs: lists.pairs.map((line) => (line === '' ? [] : line.split(','))),
    words: [...new Set(clues.flat())],
    cellNames,
  };
}

function decodeEntry(line: string): {
  readonly phrase: string;
  readonly anchors: Anchor[];
  readonly kind: string | undefined;
} {
  const [phrase = '', meaning = ''] = line.split('=');
  const [cells = '', kind] = meaning.split(' ');
  const anchors = cells.split(',').map((part) => {
    const [name = '', weight = '1'] = part.split('*');
    const cell = parseCell(name);
    if (cell === null) throw new Error(`lexicon: no such cell in "${line}"`);
    return { cell, weight: Number(weight) };
  });
  const sum = anchors.reduce((total, { weight }) => total + weight, 0);
  return { phrase, anchors: anchors.map(({ cell, weight }) => ({ cell, weight: weight / sum })), kind };
}

function decodeModifier(line: string): [string, Shift] {
  const [word = '', values = ''] = line.split('=');
  const [lightness = 0, chroma = 100] = values.split(',').map(Number);
  return [word, { lightness: lightness / 100, chroma: chroma / 100 }];
}

function spacingOf(oklab: Float64Array): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, cell) => {
    const near = [
      ...(rowOf(cell) > 0 ? [cell - COLUMNS] : []),
      ...(cell + COLUMNS < CELLS ? [cell + COLUMNS] : []),
      ...(columnOf(cell) > 0 ? [cell - 1] : []),
      ...(columnOf(cell) < COLUMNS - 1 ? [cell + 1] : []),
    ];
    const steps = near.map((other) =>
      Math.hypot(...[0, 1, 2].map((axis) => oklab[other * 3 + axis]! - oklab[cell * 3 + axis]!)),
    );
    return steps.reduce((sum, step) => sum + step, 0) / steps.length;
  });
}
