import type { Rng } from '../../core/rng.ts';
import { distance } from './board.ts';
import type { Thoughts } from './bot-thoughts.ts';
import { CELL_NAMES } from './cell-names.ts';
import { normalizeClue, repeatedIn, saidBefore } from './clue-check.ts';
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
  thoughts: Thoughts,
  rng: Rng,
): Extract<GameCommand, { type: 'giveClue' }> | null {
  if (!view.secret) return null;
  const { card, target } = view.secret;
  const { lexicon } = thoughts.mind;
  const ideas = optionsOf(view, lexicon)
    .map((option) => {
      const ranked = rank(option, [], thoughts);
      // A challenged clue is not known any more; it was one of the best three.
      return view.isRetry && ranked.length > PREFERENCE.length ? ranked.slice(PREFERENCE.length) : ranked;
    })
    .filter((option) => option.length > 0)
    .sort((a, b) => b[0]!.chance - a[0]!.chance)
    .slice(0, 2);
  // Mostly the easiest cell, sometimes the next: people do not calculate.
  const chosen = ideas.length > 1 && rng.next() < 0.25 ? ideas[1]! : ideas[0];
  const idea = chosen ? choose(chosen, rng) : lastResort(view, target ?? card[0], lexicon);
  return idea && { type: 'giveClue', cell: idea.cell, text: idea.text };
}

/** The second clue: what makes the first one clearer, or none. */
export function chooseSecondClue(view: GameView, thoughts: Thoughts, rng: Rng): GameCommand {
  const target = view.secret?.target ?? null;
  if (target === null) return { type: 'skipSecondClue' };
  const placed = view.players.map(({ markers }) => markers[0]).filter((cell) => cell !== null);
  const near = placed.filter((cell) => distance(cell, target) <= 1);
  if (near.length * 2 >= placed.length && rng.next() < SKIP_CHANCE) return { type: 'skipSecondClue' };
  const ideas = optionsOf(view, thoughts.mind.lexicon).flatMap((option) =>
    rank(option, view.clues, thoughts),
  );
  const left = view.isRetry ? ideas.slice(PREFERENCE.length) : ideas;
  return left.length === 0
    ? { type: 'skipSecondClue' }
    : { type: 'giveSecondClue', text: choose(left, rng).text };
}

/** Weighs the clues that the giver could give now, one in each step: they are known when one is chosen. */
export function* weighClues(view: GameView, thoughts: Thoughts): Generator<void> {
  const before = view.stage === 'clue2' ? view.clues : [];
  for (const { cell, texts } of optionsOf(view, thoughts.mind.lexicon)) {
    for (const text of texts) {
      thoughts.chanceOf(cell, text, before);
      yield;
    }
  }
}

/** Clues that could be given for one cell. */
interface Option {
  readonly cell: Cell;
  readonly texts: readonly string[];
}

/** What the giver could say now, for each cell that it may be about. */
function optionsOf(view: GameView, lexicon: Lexicon): readonly Option[] {
  if (!view.secret) return [];
  const { card, target } = view.secret;
  const isFree = freeIn(view);
  return (target === null ? card : [target]).map((cell) => {
    const { words, pairs } = phrasesOf(cell, lexicon);
    const phrases = view.stage === 'clue2' ? [...words, ...pairs] : words;
    return { cell, texts: phrases.filter(isFree).map(({ text }) => text) };
  });
}

/** What a bot could say, with its words as clues are compared. The strictest check lets all of them pass once. */
interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** Whether nothing like it was said in this game. */
function freeIn(view: GameView): (phrase: Phrase) => boolean {
  const used = [...view.history.flatMap(({ clues }) => clues), ...view.clues].flatMap(normalizeClue);
  const isSaid = saidBefore(used);
  return ({ words }) => repeatedIn(words, isSaid) === null;
}

/** What can be said about one cell without saying its name, in one word and in two. */
interface Phrases {
  readonly words: readonly Phrase[];
  readonly pairs: readonly Phrase[];
}

const known = new WeakMap<Lexicon, Map<Cell, Phrases>>();

/** The phrases of a cell; looked through when a bot thinks of it for the first time. */
function phrasesOf(cell: Cell, lexicon: Lexicon): Phrases {
  const cells = known.get(lexicon) ?? new Map<Cell, Phrases>();
  known.set(lexicon, cells);
  const found = cells.get(cell) ?? {
    words: lexicon.clues[cell]!.map(phraseOf).filter((phrase) => !isNameOf(cell, phrase)),
    pairs: lexicon.pairs[cell]!.map(phraseOf).filter((phrase) => !isNameOf(cell, phrase)),
  };
  cells.set(cell, found);
  return found;
}

const phraseOf = (text: string): Phrase => ({ text, words: normalizeClue(text) });

/** Letters that two words must share at their beginning to be one: rust and rusty. */
const STEM_LETTERS = 4;

/** Whether a clue says a word of the name that the board shows for this cell: "azure" for azure, "rusty" for rust. */
function isNameOf(cell: Cell, { words }: Phrase): boolean {
  const name = normalizeClue(CELL_NAMES[cell]!);
  const isIn = (long: string, short: string) => short.length >= STEM_LETTERS && long.startsWith(short);
  return words.some((word) => name.some((own) => own === word || isIn(own, word) || isIn(word, own)));
}

/** Clues with how well they work together with those before, best first. */
const rank = ({ cell, texts }: Option, before: readonly string[], thoughts: Thoughts): readonly Idea[] =>
  texts
    .map((text) => ({ cell, text, chance: thoughts.chanceOf(cell, text, before) }))
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
  const isFree = freeIn(view);
  const byDistance = lexicon.clues
    .map((words, other) => ({ words, steps: distance(other, cell) }))
    .sort((a, b) => a.steps - b.steps);
  for (const { words } of byDistance) {
    const free = words.map(phraseOf).find((phrase) => isFree(phrase) && !isNameOf(cell, phrase));
    if (free !== undefined) return { cell, text: free.text, chance: 0 };
  }
  return null;
}
