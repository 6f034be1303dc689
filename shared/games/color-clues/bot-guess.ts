import type { SeatId } from '../../core/ids.ts';
import type { Rng } from '../../core/rng.ts';
import { CELLS, columnOf, distance } from './board.ts';
import { densityOf, type Idea, imagine, shiftIdeas } from './bot-imagine.ts';
import type { Mind } from './bot-mind.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cell, GameView } from './types.ts';

/** What is left of a cell's density when one of two clues speaks against it. */
const DOUBT = 0.05;
/** What all markers of others together count for beside a clue the bot understands, at the most. */
const CROWD_SHARE = 0.25;
/** Below this share of the best cell a color cannot have been meant, whatever others think. */
const FAINT = 0.05;
/** Half width of the crowd around each marker, in cells. */
const CROWD_BLUR = 2;
/** Cells below this share of the best one are out of the question. */
const LEAST_SHARE = 0.12;

/** What a bot makes of the clues so far: colors, and how likely each cell seems; null while it understood none. */
export interface Understanding {
  readonly ideas: readonly Idea[];
  readonly density: Float64Array | null;
}

export const NOTHING_UNDERSTOOD: Understanding = { ideas: [], density: null };

/** What is understood when one more clue is said. */
export function understand(known: Understanding, clue: string, mind: Mind): Understanding {
  const { lexicon } = mind;
  const meaning = imagine(clue, mind);
  if (meaning.ideas.length > 0) {
    const density = both(known.density, normalize(densityOf(meaning.ideas, lexicon)));
    return { ideas: meaning.ideas, density };
  }
  if (known.ideas.length === 0) return known;
  // The second clue only changes the first: "moss", then "deep".
  const ideas = shiftIdeas(known.ideas, meaning.shift);
  return { ideas, density: normalize(densityOf(ideas, lexicon)) };
}

/** How likely each cell seems after these clues, before looking at anybody's markers. The best cell has 1. */
export const densityOfClues = (clues: readonly string[], mind: Mind): Float64Array | null =>
  clues.reduce((known, clue) => understand(known, clue, mind), NOTHING_UNDERSTOOD).density;

/** Where the bot in seat `me` puts its marker: near the likeliest cell, rarely exactly on it, never on a marker. */
export function chooseCell(view: GameView, me: SeatId, mind: Mind, rng: Rng): Cell {
  const { lexicon } = mind;
  const taken = new Set(view.players.flatMap(({ markers }) => markers).filter((cell) => cell !== null));
  const crowd = view.players
    .filter(({ seat }) => seat !== me)
    .flatMap(({ markers }) => markers)
    .filter((cell) => cell !== null);
  const understood = densityOfClues(view.clues, mind);
  const density = withCrowd(understood ?? vividness(lexicon), crowd, understood ? CROWD_SHARE : 1, lexicon);
  return sample(sharpened(density, mind.skill.sharpness), taken, rng);
}

/** One cell for what was understood of clues, without a look at anybody's markers; null: nothing was. */
export const pickCell = (understood: Float64Array | null, mind: Mind, rng: Rng): Cell =>
  sample(sharpened(understood ?? vividness(mind.lexicon), mind.skill.sharpness), new Set(), rng);

/** The chance that one marker of a bot lands at most `reach` steps from `target`, 0–1. */
export function chanceOfFrame(density: Float64Array, target: Cell, reach = 1): number {
  let inside = 0;
  let all = 0;
  for (let cell = 0; cell < density.length; cell++) {
    if (density[cell]! < LEAST_SHARE) continue;
    all += density[cell]!;
    if (distance(cell, target) <= reach) inside += density[cell]!;
  }
  return inside / all;
}

/** Writes into `second`. */
function both(first: Float64Array | null, second: Float64Array): Float64Array {
  if (!first) return second;
  for (let cell = 0; cell < first.length; cell++)
    second[cell] = (first[cell]! + DOUBT) * (second[cell]! + DOUBT);
  return normalize(second);
}

/** Scales in place, so that the best cell has 1. */
function normalize(density: Float64Array): Float64Array {
  let most = Number.MIN_VALUE;
  for (let cell = 0; cell < density.length; cell++) if (density[cell]! > most) most = density[cell]!;
  for (let cell = 0; cell < density.length; cell++) density[cell]! /= most;
  return density;
}

/** Markers of others are weak evidence; `share` is what they may add to the best cell. */
function withCrowd(
  density: Float64Array,
  crowd: readonly Cell[],
  share: number,
  lexicon: Lexicon,
): Float64Array {
  if (crowd.length === 0) return density;
  const ideas = crowd.map((cell): Idea => {
    const [l, a, b] = lexicon.oklab.subarray(cell * 3, cell * 3 + 3);
    return { l: l!, a: a!, b: b!, weight: 1, blur: CROWD_BLUR, column: columnOf(cell) };
  });
  const around = normalize(densityOf(ideas, lexicon));
  const own = share === 1 ? LEAST_SHARE : 1;
  for (let cell = 0; cell < density.length; cell++) {
    const isThinkable = share === 1 || density[cell]! > FAINT;
    around[cell] = own * density[cell]! + (isThinkable ? share * around[cell]! : 0);
  }
  return normalize(around);
}

/** Scales in place: the sharper, the more a likely cell is worth beside others. */
function sharpened(density: Float64Array, sharpness: number): Float64Array {
  for (let cell = 0; cell < density.length; cell++) density[cell] = density[cell]! ** sharpness;
  return density;
}

/** Where people look first when a word says nothing to them: at the vivid cells in the middle rows. */
function vividness({ oklab }: Lexicon): Float64Array {
  const chroma = (_: unknown, cell: Cell) => Math.hypot(oklab[cell * 3 + 1]!, oklab[cell * 3 + 2]!) ** 2;
  return normalize(Float64Array.from({ length: CELLS }, chroma));
}

/** One free cell, as likely as its density; only the best ones. There is always one: 480 cells, 20 markers. */
function sample(density: Float64Array, taken: ReadonlySet<Cell>, rng: Rng): Cell {
  let most = 0;
  for (let cell = 0; cell < density.length; cell++)
    if (density[cell]! > most && !taken.has(cell)) most = density[cell]!;
  const likely: Cell[] = [];
  let sum = 0;
  for (let cell = 0; cell < density.length; cell++) {
    if (density[cell]! < LEAST_SHARE * most || taken.has(cell)) continue;
    likely.push(cell);
    sum += density[cell]!;
  }
  let rest = rng.next() * sum;
  const chosen = likely.find((cell) => {
    rest -= density[cell]!;
    return rest < 0;
  });
  return chosen ?? likely[0]!;
}
