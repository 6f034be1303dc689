import { CELLS } from './board.ts';
import { normalizeClue } from './clue-check.ts';
import { distanceTo, type Lexicon, type Shift } from './lexicon.ts';

/** A color in a bot's mind (OKLab), how much it counts, and how blurred it is (in cells). */
export interface Idea {
  readonly l: number;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly blur: number;
}

/** What a clue means to a bot: colors, or (a lone "deep", "wet") only a change of the colors it already has. */
export interface Meaning {
  readonly ideas: readonly Idea[];
  readonly shift: Shift;
}

/** Blur of a phrase that the bot knows as such, and of one it has put together itself; in cells. */
const SHARP = 1.4;
const BLURRED = 2;
/** What the last thing counts for in "strawberry cake", and each thing before it. */
const HEAD_WEIGHT = 5;
const PART_WEIGHT = 3;
const NO_SHIFT: Shift = { lightness: 0, chroma: 1 };

/** Reads a clue. No ideas: the bot has never heard of it. */
export function imagine(clue: string, lexicon: Lexicon): Meaning {
  const words = normalizeClue(clue)
    .map((word) => word.replace(/'s?/g, ''))
    .filter((word) => word !== '' && !lexicon.stopWords.has(word));
  const whole = lookUp(words.join(' '), lexicon) ?? lookUp(words.join(''), lexicon);
  // A lone "milk" is the drink; a lone "deep" is no thing at all.
  if (whole) return { ideas: ideasOf(whole, 1, NO_SHIFT, SHARP, lexicon), shift: NO_SHIFT };
  const phrases = split(words, lexicon);
  const isThing = (phrase: string) => !lexicon.modifiers.has(phrase) && lookUp(phrase, lexicon) !== null;
  const hasThing = phrases.some(isThing);
  const things = phrases.filter(hasThing ? isThing : (phrase) => lookUp(phrase, lexicon) !== null);
  const shift = phrases
    .filter((phrase) => !things.includes(phrase))
    .map((phrase) => lexicon.modifiers.get(phrase) ?? NO_SHIFT)
    .reduce((a, b) => ({ lightness: a.lightness + b.lightness, chroma: a.chroma * b.chroma }), NO_SHIFT);
  const blur = things.length === phrases.length && things.length === 1 ? SHARP : BLURRED;
  const ideas = things.flatMap((thing, i) => {
    const weight = i === things.length - 1 ? HEAD_WEIGHT : PART_WEIGHT;
    return ideasOf(lookUp(thing, lexicon) ?? [], weight, shift, blur, lexicon);
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
  const density = new Float64Array(CELLS);
  const distances = new Float64Array(CELLS);
  for (const { l, a, b, weight, blur } of ideas) {
    let nearest = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      distances[cell] = distanceTo(lexicon.oklab, cell, l, a, b);
      if (distances[cell]! < distances[nearest]!) nearest = cell;
    }
    // OKLab rates hue steps of pale colors lower than the eye does: measure in cells of that neighborhood.
    const width = blur * lexicon.spacing[nearest]!;
    const least = distances[nearest]! ** 2;
    for (let cell = 0; cell < CELLS; cell++) {
      density[cell]! += weight * Math.exp((least - distances[cell]! ** 2) / (2 * width * width));
    }
  }
  return density;
}

type Known = NonNullable<ReturnType<Lexicon['vocabulary']['get']>>;

function ideasOf(known: Known, factor: number, shift: Shift, blur: number, lexicon: Lexicon): Idea[] {
  const ideas = known.map(({ cell, weight }) => ({
    l: lexicon.oklab[cell * 3]!,
    a: lexicon.oklab[cell * 3 + 1]!,
    b: lexicon.oklab[cell * 3 + 2]!,
    weight: weight * factor,
    blur,
  }));
  return shiftIdeas(ideas, shift);
}

/** Finds a phrase as it is, or what it comes from: bananas, mossy, peaches, berries, rusted. */
function lookUp(phrase: string, { vocabulary }: Lexicon): Known | null {
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
    if (found && stem.length > 2) return found;
  }
  return null;
}

/** Cuts words into the longest pieces the lexicon knows; a lone unknown compound into its two halves. */
function split(words: readonly string[], lexicon: Lexicon): string[] {
  const isKnown = (phrase: string) => lexicon.modifiers.has(phrase) || lookUp(phrase, lexicon) !== null;
  const phrases: string[] = [];
  for (let at = 0; at < words.length; ) {
    const pair = words.slice(at, at + 2).join(' ');
    if (at + 1 < words.length && lexicon.vocabulary.has(pair)) {
      phrases.push(pair);
      at += 2;
      continue;
    }
    const word = words[at]!;
    phrases.push(...(isKnown(word) ? [word] : halvesOf(word, isKnown)));
    at++;
  }
  return phrases;
}

/** `cherrywood` → cherry, wood. Halves of fewer than three letters are chance. */
function halvesOf(word: string, isKnown: (part: string) => boolean): string[] {
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    if (halves.every(isKnown)) return halves;
  }
  return [word];
}
