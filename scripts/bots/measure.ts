import { BOT_LEVELS, type BotLevel } from '../../shared/core/bot-level.ts';
import type { Rng } from '../../shared/core/rng.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { distance } from '../../shared/games/color-clues/board.ts';
import { densityOfClues, pickCell } from '../../shared/games/color-clues/bot-guess.ts';
import type { BotLanguage } from '../../shared/games/color-clues/bot-language.ts';
import { newMind } from '../../shared/games/color-clues/bot-mind.ts';
import { anyTaste, type Taste } from '../../shared/games/color-clues/bot-taste.ts';
import type { Cell, GameOptions } from '../../shared/games/color-clues/types.ts';
import { BotGame, LEXICONS } from './bot-game.ts';

/** How near the markers of a level lie, as shares of all. */
export interface Nearness {
  readonly markers: number;
  readonly exact: number;
  readonly withinOne: number;
  readonly withinTwo: number;
  /** More than six steps away. */
  readonly farOff: number;
}

const bot = (level: BotLevel, rng: Rng, language: BotLanguage) =>
  newMind(LEXICONS[language], rng, { level, taste: anyTaste(rng) });

/** How many sit at a table that is measured: each level once. */
const SEATS = BOT_LEVELS.length;

/**
 * Games of five bots, one of each level, who all give for one another: whose markers lie how near. Seeded: the same figures
 * for the same `games`.
 */
export function nearnessByLevel(games: number, language: BotLanguage): ReadonlyMap<BotLevel, Nearness> {
  const steps = new Map(BOT_LEVELS.map((level) => [level, [] as number[]]));
  for (let seed = 1; seed <= games; seed++) {
    const game = new BotGame(seed, SEATS, {}, (rng, i) => bot(BOT_LEVELS[i]!, rng, language)).play();
    for (const { seat, cell, target } of game.placed)
      steps.get(BOT_LEVELS[seat - 1]!)!.push(distance(cell, target));
  }
  return new Map([...steps].map(([level, all]) => [level, nearnessOf(all)]));
}

function nearnessOf(steps: readonly number[]): Nearness {
  const share = (is: (steps: number) => boolean) => steps.filter(is).length / steps.length;
  return {
    markers: steps.length,
    exact: share((far) => far === 0),
    withinOne: share((far) => far <= 1),
    withinTwo: share((far) => far <= 2),
    farOff: share((far) => far > 6),
  };
}

/**
 * How well two bots of these levels agree on one word: the mean points (3, 2, 1) of one's marker if the other's were the
 * color. Over all words that bots say, as one hears them without a board full of markers.
 */
export function agreement(levels: readonly BotLevel[], pairs: number, language: BotLanguage): number {
  const rng = seededRng(1);
  let points = 0;
  for (let i = 0; i < pairs; i++) {
    const word = rng.pick(LEXICONS[language].words);
    const [one, other] = [0, 1].map(() => {
      const mind = bot(rng.pick(levels), rng, language);
      return pickCell(densityOfClues([word], mind), mind, rng);
    });
    points += Math.max(0, 3 - distance(one!, other!));
  }
  return points / pairs;
}

/**
 * Clues that bots of a level gave, with the cells they were for: the first of as many games as it takes.
 * @param taste of all of them; by default each has one of its own
 */
export function cluesOf(level: BotLevel, many: number, language: BotLanguage, taste?: Taste) {
  const given: { readonly clues: readonly string[]; readonly target: Cell }[] = [];
  for (let seed = level * 1_000; given.length < many; seed++) {
    const mindOf = (rng: Rng) => newMind(LEXICONS[language], rng, { level, taste: taste ?? anyTaste(rng) });
    const { state } = new BotGame(seed, 3, {}, mindOf).play();
    for (const { clues, target } of state.history) if (target !== null) given.push({ clues, target });
  }
  return given.slice(0, many);
}

/** The longest of many, ms: one step of a giver's thinking, the giver's move after it, a guess. Depends on the machine. */
export function slowest(language: BotLanguage): {
  readonly step: number;
  readonly give: number;
  readonly guess: number;
} {
  const worst = { step: 0, give: 0, guess: 0 };
  const time = <T>(what: keyof typeof worst, run: () => T): T => {
    const start = performance.now();
    const done = run();
    worst[what] = Math.max(worst[what], performance.now() - start);
    return done;
  };
  for (let seed = 0; seed < 60; seed++) {
    const game = new BotGame(seed, 10, { turns: 1 }, (rng) => newMind(LEXICONS[language], rng));
    // Once it is warm, what counts is the worst.
    if (seed === 10) Object.assign(worst, { step: 0, give: 0, guess: 0 });
    while (!game.isOver) game.step(time);
  }
  return worst;
}

/** What bots get in one round on the average: who places, with both markers, and who gives. */
export interface RoundPoints {
  readonly placing: number;
  readonly giving: number;
}

/** Games of bots of one level with these options: what a round of them brings. Seeded. */
export function pointsARound(
  level: BotLevel,
  games: number,
  seats: number,
  options: Partial<GameOptions>,
): RoundPoints {
  const all = { placing: [] as number[], giving: [] as number[] };
  for (let seed = 1; seed <= games; seed++) {
    const { state } = new BotGame(seed, seats, options, (rng) => bot(level, rng, 'en')).play();
    for (const { giver, gains } of state.history)
      for (const { seat, points } of gains) all[seat === giver ? 'giving' : 'placing'].push(points);
  }
  const mean = (points: readonly number[]) => points.reduce((sum, each) => sum + each, 0) / points.length;
  return { placing: mean(all.placing), giving: mean(all.giving) };
}
