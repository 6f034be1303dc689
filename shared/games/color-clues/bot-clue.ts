import type { Rng } from '../../core/rng.ts';
import { distance } from './board.ts';
import { chanceOfFrame, densityOfClues } from './bot-guess.ts';
import type { Mind } from './bot-mind.ts';
import { CELL_NAMES } from './cell-names.ts';
import { checkClue, normalizeClue } from './clue-check.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cell, GameCommand, GameView } from './types.ts';

/** A clue worth giving: the words, and the chance that a bot's marker lands in the frame of the cell. */
interface Idea {
  readonly cell: Cell;
  readonly text: string;
  readonly chance: number;
}

/** How many of the best clues a bot chooses from, and how it prefers them. */
const PREFERENCE = [5, 3, 2];
/** A clue this much worse than the best one is not considered. */
const LEAST_SHARE = 0.7;
/** How often a bot leaves it at one clue when half of the markers are already in the frame. */
const SKIP_CHANCE = 0.35;

/** The first clue: the cell of the card that is easiest to describe, in one word. Null if every word is used up. */
export function chooseFirstClue(
  view: GameView,
  mind: Mind,
  rng: Rng,
): Extract<GameCommand, { type: 'giveClue' }> | null {
  if (!view.secret) return null;
  const { card, target } = view.secret;
  const { lexicon } = mind;
  const isFree = legalFor(view, 1);
  const options = (target === null ? card : [target]).map((cell) => {
    const words = lexicon.clues[cell]!.filter((word) => isFree(word) && !isNameOf(cell, word));
    const ideas = rank(words, cell, [], mind);
    // A challenged clue is not known any more; it was one of the best three.
    return view.isRetry && ideas.length > PREFERENCE.length ? ideas.slice(PREFERENCE.length) : ideas;
  });
  const ideas = options
    .filter((option) => option.length > 0)
    .sort((a, b) => b[0]!.chance - a[0]!.chance)
    .slice(0, 2);
  // Mostly the easiest cell, sometimes the next: people do not calculate.
  const chosen = ideas.length > 1 && rng.next() < 0.25 ? ideas[1]! : ideas[0];
  const idea = chosen ? choose(chosen, rng) : lastResort(view, target ?? card[0], lexicon);
  return idea && { type: 'giveClue', cell: idea.cell, text: idea.text };
}

/** The second clue: what makes the first one clearer, or none. */
export function chooseSecondClue(view: GameView, mind: Mind, rng: Rng): GameCommand {
  const target = view.secret?.target ?? null;
  if (target === null) return { type: 'skipSecondClue' };
  const placed = view.players.map(({ markers }) => markers[0]).filter((cell) => cell !== null);
  const near = placed.filter((cell) => distance(cell, target) <= 1);
  if (near.length * 2 >= placed.length && rng.next() < SKIP_CHANCE) return { type: 'skipSecondClue' };
  const isFree = legalFor(view, 2);
  const { clues, pairs } = mind.lexicon;
  const texts = [...clues[target]!, ...pairs[target]!].filter(
    (text) => isFree(text) && !isNameOf(target, text),
  );
  const ideas = rank(texts, target, view.clues, mind);
  const left = view.isRetry ? ideas.slice(PREFERENCE.length) : ideas;
  return left.length === 0
    ? { type: 'skipSecondClue' }
    : { type: 'giveSecondClue', text: choose(left, rng).text };
}

/** Whether the strictest check lets a clue pass: what is legal there is legal everywhere. */
function legalFor(view: GameView, pass: 1 | 2): (text: string) => boolean {
  const usedClues = [...view.history.flatMap(({ clues }) => clues), ...view.clues].flatMap(normalizeClue);
  return (text) => checkClue(text, { pass, usedClues, strictness: 'strict' }).ok;
}

/** Letters that two words must share at their beginning to be one: rust and rusty. */
const STEM_LETTERS = 4;

/** Whether a clue says a word of the name that the board shows for this cell: "azure" for azure, "rusty" for rust. */
function isNameOf(cell: Cell, text: string): boolean {
  const name = normalizeClue(CELL_NAMES[cell]!);
  const isIn = (long: string, short: string) => short.length >= STEM_LETTERS && long.startsWith(short);
  return normalizeClue(text).some((word) =>
    name.some((own) => own === word || isIn(own, word) || isIn(word, own)),
  );
}

/** Clues with how well they work together with those before, best first. */
const rank = (texts: readonly string[], cell: Cell, before: readonly string[], mind: Mind): readonly Idea[] =>
  texts
    .map((text) => {
      const density = densityOfClues([...before, text], mind);
      return { cell, text, chance: density ? chanceOfFrame(density, cell) : 0 };
    })
    .sort((a, b) => b.chance - a.chance);

function choose(ideas: readonly Idea[], rng: Rng): Idea {
  const good = ideas.filter(
    ({ chance }, i) => i < PREFERENCE.length && chance >= ideas[0]!.chance * LEAST_SHARE,
  );
  const urn = good.flatMap((idea, i) => Array.from({ length: PREFERENCE[i]! }, () => idea));
  return rng.pick(urn);
}

/** Any word that is left: of the cell whose list has one, the nearest. */
function lastResort(view: GameView, cell: Cell, lexicon: Lexicon): Idea | null {
  const isFree = legalFor(view, 1);
  const byDistance = lexicon.clues
    .map((words, other) => ({ words, steps: distance(other, cell) }))
    .sort((a, b) => a.steps - b.steps);
  for (const { words } of byDistance) {
    const text = words.find((word) => isFree(word) && !isNameOf(cell, word));
    if (text !== undefined) return { cell, text, chance: 0 };
  }
  return null;
}
