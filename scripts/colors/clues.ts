import type { Oklab } from 'culori';
import { LANGUAGES } from '../../shared/core/languages.ts';
import { columnOf, distance } from '../../shared/games/color-clues/board.ts';
import { botLanguage } from '../../shared/games/color-clues/bot-language.ts';
import { isNameNear } from '../../shared/games/color-clues/cell-names-near.ts';
import { checkClue } from '../../shared/games/color-clues/clue-check.ts';
import { COLOR_NAMES } from '../../shared/games/color-clues/clue-words.ts';
import { ALL_CELLS, BOARD, difference, nearestCell, oklabDistance } from './board-match.ts';
import { CLUE_MODIFIERS, MODIFIERS, SUITED } from './modifiers.ts';
import { isRude } from './names.ts';
import type { Sense, Thing } from './vocabulary.ts';

/** A clue a bot may give, with the one color it is about. */
interface Clue {
  readonly text: string;
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
export const buildWords = (
  things: readonly Thing[],
  senses: ReadonlyMap<string, Sense[]>,
  shown: readonly string[],
): string[][] =>
  rankPerCell(
    things.flatMap((thing) => clueOf(thing, senses)).filter(({ text }) => !text.includes(' ')),
    WORDS,
    shown,
  );

/** Two-word clues per cell, best first; as `buildWords`. */
export function buildPairs(
  things: readonly Thing[],
  senses: ReadonlyMap<string, Sense[]>,
  shown: readonly string[],
): string[][] {
  const clues = things.flatMap((thing) =>
    clueOf(thing, senses).flatMap((clue) => [clue, ...modified(thing, clue, senses)]),
  );
  return rankPerCell(
    clues.filter(({ text }) => text.split(' ').length === 2),
    PAIRS,
    shown,
  );
}

/** Where bots speak English. */
const ENGLISH_TABLES = LANGUAGES.filter((language) => botLanguage(language) === 'en');

/** A thing as a clue, if it may be one: legal under the strictest check wherever English is spoken, and without a hidden color name. */
function clueOf(thing: Thing, senses: ReadonlyMap<string, Sense[]>): Clue[] {
  const sense = senses.get(thing.phrase)?.[0];
  const hasColor = COLOR_NAMES.some((name) => name !== 'red' && thing.phrase.includes(name));
  const isLegal = ENGLISH_TABLES.every(
    (language) => checkClue(thing.phrase, { pass: 2, usedClues: [], strictness: 'strict', language }).ok,
  );
  if (!sense || thing.use === 'never' || hasColor || !isLegal || isRude(thing.phrase)) return [];
  if (isTorn(senses.get(thing.phrase)!)) return [];
  const handicap = DOUBT_COST * (1 - sense.share) + (thing.use === 'common' ? 0 : RARE_COST);
  return [{ text: thing.phrase, color: sense.color, home: nearestCell(sense.color), handicap }];
}

/** Senses so many columns apart lie on either side of the board: "witch" for purple and for green. */
const TORN = 12;

/** Whether people think of quite different colors. */
function isTorn(senses: readonly Sense[]): boolean {
  const columns = senses.map(({ color }) => columnOf(nearestCell(color)));
  return Math.max(...columns) - Math.min(...columns) > TORN;
}

/** "ripe mango", "misty lake": a thing of one color with each modifier that suits its kind. */
function modified(thing: Thing, { color, handicap }: Clue, senses: ReadonlyMap<string, Sense[]>): Clue[] {
  if (thing.phrase.includes(' ') || MODIFIERS.has(thing.phrase)) return [];
  if (thing.use === 'rare' || SUITED[thing.kind]?.has(thing.phrase) === false) return [];
  return CLUE_MODIFIERS[thing.kind].flatMap((modifier) => {
    const text = `${modifier} ${thing.phrase}`;
    const [lightness, chroma] = MODIFIERS.get(modifier)!;
    if (senses.has(text) || isRude(text)) return [];
    const l = color.l + lightness / 100;
    const shifted: Oklab = { mode: 'oklab', l, a: (color.a * chroma) / 100, b: (color.b * chroma) / 100 };
    return [{ text, color: shifted, home: nearestCell(shifted), handicap: handicap + MADE_UP_COST }];
  });
}

function rankPerCell(
  clues: readonly Clue[],
  [least, most]: readonly [number, number],
  shown: readonly string[],
): string[][] {
  return ALL_CELLS.map((cell) => {
    const target = BOARD[cell]!;
    const isName = isNameNear(cell, shown);
    const near = clues
      .filter(({ home }) => Math.abs(columnOf(home) - columnOf(cell)) <= TORN)
      .map((clue) => ({ clue, d: oklabDistance(clue.color, target) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, 2 * CANDIDATES)
      .filter(({ clue }) => !isName(clue.text))
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
