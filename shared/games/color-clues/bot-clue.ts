import type { Rng } from '../../core/rng.ts';
import { distance } from './board.ts';
import { isLiked, type Mind } from './bot-mind.ts';
import type { Skill } from './bot-skill.ts';
import type { Thoughts } from './bot-thoughts.ts';
import { shiftOf } from './bot-words.ts';
import { isNameNearIn } from './cell-names-near.ts';
import { normalizeClue, repeatedIn, saidBefore } from './clue-check.ts';
import type { Lexicon } from './lexicon.ts';
import { giverReach } from './scoring.ts';
import type { Cell, GameCommand, GameView } from './types.ts';

/** A clue worth giving: the words, and how good it seems: the chance that a marker lands in the frame, more if it is liked. */
interface Idea {
  readonly cell: Cell;
  readonly text: string;
  readonly worth: number;
}

/** Whether a bot knows beforehand that a clue would be refused: it says somebody's name, or was refused before. */
export type IsRefused = (clue: string) => boolean;

/** How much better a clue seems that is about something a bot loves, and worse that not everybody knows. */
const LIKING = 1.6;
const RARITY = 0.65;
/** How often a bot leaves it at one clue when half of the markers are already in the frame. */
const SKIP_CHANCE = 0.35;

/** The first clue: the cell of the card that is easiest to describe, in one word. Null if every word is used up. */
export function chooseFirstClue(
  view: GameView,
  thoughts: Thoughts,
  rng: Rng,
  isRefused: IsRefused,
): Extract<GameCommand, { type: 'giveClue' }> | null {
  if (!view.secret) return null;
  const { card, target } = view.secret;
  const { lexicon, skill } = thoughts.mind;
  const ideas = optionsOf(view, lexicon, isRefused)
    .map((option) => {
      const ranked = rank(option, view, [], thoughts);
      // A challenged clue is not known any more; it was one of the best.
      return view.isRetry && ranked.length > skill.clues ? ranked.slice(skill.clues) : ranked;
    })
    .filter((option) => option.length > 0)
    .sort((a, b) => b[0]!.worth - a[0]!.worth)
    .slice(0, 2);
  // Mostly the easiest cell, sometimes the next: people do not calculate.
  const chosen = ideas.length > 1 && rng.next() < 0.25 ? ideas[1]! : ideas[0];
  const idea = chosen ? choose(chosen, skill, rng) : lastResort(view, target ?? card[0], lexicon, isRefused);
  return idea && { type: 'giveClue', cell: idea.cell, text: idea.text };
}

/** The second clue: what makes the first one clearer, or none. */
export function chooseSecondClue(
  view: GameView,
  thoughts: Thoughts,
  rng: Rng,
  isRefused: IsRefused,
): GameCommand {
  const target = view.secret?.target ?? null;
  if (target === null) return { type: 'skipSecondClue' };
  const placed = readersOf(view)
    .map(({ markers }) => markers[0])
    .filter((cell) => cell !== null);
  const near = placed.filter((cell) => distance(cell, target) <= giverReach(view.scoring));
  if (near.length * 2 >= placed.length && rng.next() < SKIP_CHANCE) return { type: 'skipSecondClue' };
  const ideas = optionsOf(view, thoughts.mind.lexicon, isRefused).flatMap((option) =>
    rank(option, view, view.clues, thoughts),
  );
  const { skill } = thoughts.mind;
  const left = view.isRetry ? ideas.slice(skill.clues) : ideas;
  return left.length === 0
    ? { type: 'skipSecondClue' }
    : { type: 'giveSecondClue', text: choose(left, skill, rng).text };
}

/** Those for whom the giver's clue is meant: in teams the own mates, else everybody. */
function readersOf({ players, giver }: GameView): GameView['players'] {
  const team = players.find(({ seat }) => seat === giver)?.team ?? null;
  return players.filter((player) => player.team === team);
}

/** Weighs the clues that the giver could give now, one in each step: they are known when one is chosen. */
export function* weighClues(view: GameView, thoughts: Thoughts, isRefused: IsRefused): Generator<void> {
  const before = view.stage === 'clue2' ? view.clues : [];
  for (const { cell, texts } of optionsOf(view, thoughts.mind.lexicon, isRefused)) {
    for (const text of texts) {
      thoughts.chanceOf(cell, text, before, giverReach(view.scoring));
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
function optionsOf(view: GameView, lexicon: Lexicon, isRefused: IsRefused): readonly Option[] {
  if (!view.secret) return [];
  const { card, target } = view.secret;
  const isFree = freeIn(view, lexicon, isRefused);
  return (target === null ? card : [target]).map((cell) => {
    const { words, pairs } = phrasesOf(cell, lexicon);
    const phrases =
      view.stage === 'clue2'
        ? [...words, ...(view.words[1] > 1 ? pairs : [])].filter(isNewsAfter(view.clues, lexicon))
        : words;
    return { cell, texts: phrases.filter(isFree).map(({ text }) => text) };
  });
}

/** What a bot could say, with its words as clues are compared. The strictest check lets all of them pass once. */
interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** Whether nothing like it was said in this game, and nobody refuses it. */
function freeIn(view: GameView, { speech }: Lexicon, isRefused: IsRefused): (phrase: Phrase) => boolean {
  const used = [...view.history.flatMap(({ clues }) => clues), ...view.clues].flatMap(normalizeClue);
  const isSaid = saidBefore(used, speech.language);
  return ({ text, words }) => repeatedIn(words, isSaid) === null && !isRefused(text);
}

/** Whether it says more than those before: not "beetroot" after "beet". */
function isNewsAfter(clues: readonly string[], { speech }: Lexicon): (phrase: Phrase) => boolean {
  const said = clues.flatMap(normalizeClue);
  const { isWithin } = speech;
  return ({ words }) => !words.some((word) => said.some((one) => isWithin(word, one) || isWithin(one, word)));
}

/** What can be said about one cell, in one word and in two. */
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
    words: lexicon.clues[cell]!.map(phraseOf),
    pairs: lexicon.pairs[cell]!.map(phraseOf),
  };
  cells.set(cell, found);
  return found;
}

const phraseOf = (text: string): Phrase => ({ text, words: normalizeClue(text) });

/** Clues with how well they work together with those before, best first. */
const rank = (
  { cell, texts }: Option,
  { scoring }: GameView,
  before: readonly string[],
  thoughts: Thoughts,
): readonly Idea[] =>
  texts
    .map((text) => ({
      cell,
      text,
      worth: thoughts.chanceOf(cell, text, before, giverReach(scoring)) * appealOf(text, thoughts.mind),
    }))
    .sort((a, b) => b.worth - a.worth);

function appealOf(text: string, mind: Mind): number {
  const { kinds, speech } = mind.lexicon;
  const words = normalizeClue(text).map(speech.fold);
  const phrase = words.join(' ');
  const things = kinds.has(phrase) ? [phrase] : words.filter((word) => shiftOf(word, mind.lexicon) === null);
  if (things.some((thing) => isLiked(thing, mind))) return LIKING;
  return things.every((thing) => kinds.has(thing)) ? 1 : RARITY;
}

/** One of the first few, the better the likelier. */
function choose(ideas: readonly Idea[], { clues, leastChance }: Skill, rng: Rng): Idea {
  const good = ideas.slice(0, clues).filter(({ worth }) => worth >= ideas[0]!.worth * leastChance);
  const urn = good.flatMap((idea, i) => Array.from({ length: good.length - i }, () => idea));
  return rng.pick(urn);
}

/** Any word that is left: of the cell whose list has one, the nearest. */
function lastResort(view: GameView, cell: Cell, lexicon: Lexicon, isRefused: IsRefused): Idea | null {
  const isFree = freeIn(view, lexicon, isRefused);
  const isName = isNameNearIn(lexicon, cell);
  const byDistance = lexicon.clues
    .map((words, other) => ({ words, steps: distance(other, cell) }))
    .sort((a, b) => a.steps - b.steps);
  for (const { words } of byDistance) {
    const free = words.map(phraseOf).find((phrase) => isFree(phrase) && !isName(phrase.text));
    if (free !== undefined) return { cell, text: free.text, worth: 0 };
  }
  return null;
}
