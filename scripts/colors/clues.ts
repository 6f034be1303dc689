import type { Oklab } from 'culori';
import { LANGUAGES, type Language } from '../../shared/core/languages.ts';
import { columnOf, distance } from '../../shared/games/color-clues/board.ts';
import { type BotLanguage, botLanguage } from '../../shared/games/color-clues/bot-language.ts';
import { isNameNear } from '../../shared/games/color-clues/cell-names-near.ts';
import { checkClue } from '../../shared/games/color-clues/clue-check.ts';
import { COLOR_NAMES } from '../../shared/games/color-clues/clue-words.ts';
import type { Cell } from '../../shared/games/color-clues/types.ts';
import { ALL_CELLS, BOARD, difference, nearestCell, oklabDistance } from './board-match.ts';
import { isRude } from './names.ts';
import type { Sense, Thing } from './vocabulary.ts';

/** A modifier as it is put before a thing, and what it does: lightness in hundredths of OKLab L, chroma in percent. */
export interface Before {
  readonly text: string;
  readonly lightness: number;
  readonly chroma: number;
}

/** What is said in a language, and how. */
export interface Tongue {
  readonly language: BotLanguage;
  readonly things: readonly Thing[];
  /** By phrase. */
  readonly senses: ReadonlyMap<string, Sense[]>;
  /** Whether a phrase names a color, also where the clue check lets it pass. */
  readonly hasColor: (phrase: string) => boolean;
  /** Modifiers that suit a thing. */
  readonly suiting: (thing: Thing) => readonly Before[];
  /** How a phrase is looked up. */
  readonly phraseOf: (text: string) => string;
  /**
   * Whether a clue says a word of what the board calls a cell, or one beside it, where this is spoken. What it shows in
   * English is looked at in any case.
   */
  readonly isNameNear?: (cell: Cell) => (clue: string) => boolean;
}

/** A clue a bot may give, with the one color it is about. */
interface Clue {
  readonly text: string;
  readonly english: string | null;
  readonly color: Oklab;
  readonly home: number;
  /** CIEDE2000 that it is behind a clue without doubts. */
  readonly handicap: number;
}

/** CIEDE2000 that a clue costs for what people may think of instead, for being put together by us, for being little known. */
const DOUBT_COST = 12;
const MADE_UP_COST = 3;
const RARE_COST = 3;
/** Clues farther than this from the cell (CIEDE2000, handicap included) are listed only when there is nothing better. */
const FAR = 11;
/** So many clues per cell: at least, at most. */
const WORDS = [5, 9] as const;
const PAIRS = [3, 5] as const;
/** CIEDE2000 is slow: only this many clues that are nearest in OKLab are looked at. */
const CANDIDATES = 40;

/** One-word clues per cell, best first; none says a name of `shown`, the names on the board, that is near. */
export const buildWords = (tongue: Tongue, shown: readonly string[]): string[][] =>
  rankPerCell(
    tongue.things.flatMap((thing) => clueOf(thing, tongue)).filter(({ text }) => !text.includes(' ')),
    WORDS,
    shown,
    tongue,
  );

/** Two-word clues per cell, best first; as `buildWords`. */
export function buildPairs(tongue: Tongue, shown: readonly string[]): string[][] {
  const clues = tongue.things.flatMap((thing) =>
    clueOf(thing, tongue).flatMap((clue) => [clue, ...modified(thing, clue, tongue)]),
  );
  return rankPerCell(
    clues.filter(({ text }) => text.split(' ').length === 2),
    PAIRS,
    shown,
    tongue,
  );
}

/** A color's name, as a part of "evergreen", too; but "tired" is fine. */
export const hasEnglishColor = (phrase: string): boolean =>
  COLOR_NAMES.some((name) => name !== 'red' && phrase.includes(name));

/** Tables at which bots speak a language. */
const tablesOf = (spoken: BotLanguage): readonly Language[] =>
  LANGUAGES.filter((language) => botLanguage(language) === spoken);

/** A thing as a clue, if it may be one: legal under the strictest check wherever it is said, and without a hidden color name. */
function clueOf(thing: Thing, { language: spoken, senses, hasColor }: Tongue): Clue[] {
  const { phrase, text, english, use } = thing;
  const sense = senses.get(phrase)?.[0];
  const isLegal = tablesOf(spoken).every(
    (language) => checkClue(text, { words: 2, usedClues: [], strictness: 'strict', language }).ok,
  );
  if (!sense || use === 'never' || hasColor(phrase) || !isLegal || isRude(text)) return [];
  if (isTorn(senses.get(phrase)!)) return [];
  const handicap = DOUBT_COST * (1 - sense.share) + (use === 'common' ? 0 : RARE_COST);
  return [{ text, english, color: sense.color, home: nearestCell(sense.color), handicap }];
}

/** Senses so many columns apart lie on either side of the board: "witch" for purple and for green. */
const TORN = 12;

/** Whether people think of quite different colors. */
function isTorn(senses: readonly Sense[]): boolean {
  const columns = senses.map(({ color }) => columnOf(nearestCell(color)));
  return Math.max(...columns) - Math.min(...columns) > TORN;
}

/** "ripe mango", "misty lake": a thing of one color with each modifier that suits its kind. */
function modified(thing: Thing, clue: Clue, { senses, suiting, phraseOf }: Tongue): Clue[] {
  if (thing.phrase.includes(' ') || thing.use === 'rare') return [];
  const { color, handicap, english } = clue;
  return suiting(thing).flatMap(({ text: modifier, lightness, chroma }) => {
    const text = `${modifier} ${thing.text}`;
    if (senses.has(phraseOf(text)) || isRude(text)) return [];
    const l = color.l + lightness / 100;
    const shifted: Oklab = { mode: 'oklab', l, a: (color.a * chroma) / 100, b: (color.b * chroma) / 100 };
    return [{ text, english, color: shifted, home: nearestCell(shifted), handicap: handicap + MADE_UP_COST }];
  });
}

function rankPerCell(
  clues: readonly Clue[],
  [least, most]: readonly [number, number],
  shown: readonly string[],
  tongue: Tongue,
): string[][] {
  return ALL_CELLS.map((cell) => {
    const target = BOARD[cell]!;
    const isName = isNameNear(cell, shown);
    const isOwnName = tongue.isNameNear?.(cell) ?? (() => false);
    const near = clues
      .filter(({ home }) => Math.abs(columnOf(home) - columnOf(cell)) <= TORN)
      .map((clue) => ({ clue, d: oklabDistance(clue.color, target) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, 2 * CANDIDATES)
      .filter(({ clue: { text, english } }) => ![text, english ?? ''].some(isName) && !isOwnName(text))
      .slice(0, CANDIDATES)
      .map(({ clue }) => ({
        text: clue.text,
        isBack: distance(clue.home, cell) <= 2,
        cost: difference(clue.color, target) + clue.handicap,
      }))
      .sort((a, b) => Number(b.isBack) - Number(a.isBack) || a.cost - b.cost || (a.text < b.text ? -1 : 1));
    return near.filter(({ cost }, i) => i < least || (i < most && cost <= FAR)).map(({ text }) => text);
  });
}
