import { columnOf } from './board.ts';
import { leanOf, type Mind } from './bot-mind.ts';
import { lookUp, shiftOf, splitPhrases, wordsOf } from './bot-words.ts';
import type { Anchor, Lexicon, Shift } from './lexicon.ts';

/** A color in a bot's mind (OKLab), how much it counts, how blurred it is (in cells), and the column it comes from. */
export interface Idea {
  readonly l: number;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly blur: number;
  readonly column: number;
}

/** What a clue means to a bot: colors, or (a lone "deep", "wet") only a change of the colors it already has. */
export interface Meaning {
  readonly ideas: readonly Idea[];
  readonly shift: Shift;
}

/** Blur of a phrase that the bot knows as such, and of one it has put together itself; in cells. */
const SHARP = 1.4;
const BLURRED = 2;
/** What the last thing counts for in "strawberry cake", each thing before it, and a plain color beside a thing. */
const HEAD_WEIGHT = 5;
const PART_WEIGHT = 3;
const PLAIN_WEIGHT = 2;
/** Hues are a wheel, but the board has an edge: nobody who thinks of one side looks at the other. In columns. */
const REACH = 14;
/** A bell is nothing from here on (e⁻¹² of its height). */
const FADED = -12;
const NO_SHIFT: Shift = { lightness: 0, chroma: 1 };

/** How much less surely a word is understood that is of another language. */
const FOREIGN_BLUR = 1.5;

/** Reads a clue, in the language of the bot or, where that says nothing, in another. No ideas: it has never heard of it. */
export function imagine(clue: string, mind: Mind): Meaning {
  const own = read(clue, mind);
  const { foreign } = mind.lexicon;
  if (foreign === null || own.ideas.length > 0) return own;
  // Of the common words of another language one knows as many as of the rare ones of one's own.
  const skill = { ...mind.skill, knowsCommon: mind.skill.knowsRare };
  const other = read(clue, { ...mind, lexicon: foreign, skill });
  const { lightness, chroma } = own.shift;
  if (other.ideas.length === 0 && (lightness !== 0 || chroma !== 1)) return own;
  return { ...other, ideas: other.ideas.map((idea) => ({ ...idea, blur: idea.blur * FOREIGN_BLUR })) };
}

function read(clue: string, mind: Mind): Meaning {
  const { lexicon } = mind;
  const words = wordsOf(clue, lexicon);
  const phrase = words.join(' ');
  const whole = lookUp(phrase, mind) ?? lookUp(words.join(''), mind);
  // A lone "milk" is the drink; a lone "deep" is no thing at all.
  if (whole) return { ideas: ideasOf(phrase, whole, 1, NO_SHIFT, SHARP, mind), shift: NO_SHIFT };
  const phrases = splitPhrases(words, mind);
  const isThing = (phrase: string) => shiftOf(phrase, lexicon) === null && lookUp(phrase, mind) !== null;
  const hasThing = phrases.some(isThing);
  const things = phrases.filter(hasThing ? isThing : (phrase) => lookUp(phrase, mind) !== null);
  const shift = phrases
    .filter((phrase) => !things.includes(phrase))
    .map((phrase) => shiftOf(phrase, lexicon) ?? NO_SHIFT)
    .reduce((a, b) => ({ lightness: a.lightness + b.lightness, chroma: a.chroma * b.chroma }), NO_SHIFT);
  const blur = things.length === phrases.length && things.length === 1 ? SHARP : BLURRED;
  const ideas = things.flatMap((thing, i) => {
    const isPlain = lexicon.speech.isColorName(thing);
    const weight = isPlain ? PLAIN_WEIGHT : i === things.length - 1 ? HEAD_WEIGHT : PART_WEIGHT;
    return ideasOf(thing, lookUp(thing, mind) ?? [], weight, shift, blur, mind);
  });
  return { ideas, shift };
}

/** The same colors, changed by a modifier that came as a clue of its own. */
export const shiftIdeas = (ideas: readonly Idea[], shift: Shift): Idea[] =>
  ideas.map((idea) => ({
    ...idea,
    l: idea.l + shift.lightness,
    a: idea.a * shift.chroma,
    b: idea.b * shift.chroma,
  }));

/** How well each cell fits the ideas: the sum of one bell per idea. The best cell of a single idea has its weight. */
export function densityOf(ideas: readonly Idea[], lexicon: Lexicon): Float64Array {
  const { oklab, spacing } = lexicon;
  const cells = spacing.length;
  const density = new Float64Array(cells);
  const squares = new Float64Array(cells);
  for (const { l, a, b, weight, blur, column } of ideas) {
    let nearest = column;
    let least = Number.POSITIVE_INFINITY;
    for (let cell = 0, at = 0; cell < cells; cell++, at += 3) {
      if (Math.abs(columnOf(cell) - column) > REACH) {
        squares[cell] = Number.POSITIVE_INFINITY;
        continue;
      }
      squares[cell] = (oklab[at]! - l) ** 2 + (oklab[at + 1]! - a) ** 2 + (oklab[at + 2]! - b) ** 2;
      if (squares[cell]! < least) {
        least = squares[cell]!;
        nearest = cell;
      }
    }
    // OKLab rates hue steps of pale colors lower than the eye does: measure in cells of that neighborhood.
    const width = blur * spacing[nearest]!;
    for (let cell = 0; cell < cells; cell++) {
      const exponent = (least - squares[cell]!) / (2 * width * width);
      if (exponent > FADED) density[cell]! += weight * Math.exp(exponent);
    }
  }
  return density;
}

function ideasOf(
  phrase: string,
  known: readonly Anchor[],
  factor: number,
  shift: Shift,
  blur: number,
  mind: Mind,
): Idea[] {
  const { oklab, spacing } = mind.lexicon;
  const lean = leanOf(phrase, mind);
  const ideas = known.map(({ cell, weight }) => ({
    l: oklab[cell * 3]! + lean.l * spacing[cell]!,
    a: oklab[cell * 3 + 1]! + lean.a * spacing[cell]!,
    b: oklab[cell * 3 + 2]! + lean.b * spacing[cell]!,
    weight: weight * factor,
    blur,
    column: columnOf(cell),
  }));
  return shiftIdeas(ideas, shift);
}
