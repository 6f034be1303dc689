import type { BotLevel } from '../../core/bot-level.ts';

/** How well a bot plays. Lengths are standard deviations along each axis of OKLab, in cells of that neighborhood. */
export interface Skill {
  /** How far one word lies in this mind from where it lies on the average, and how far everything does. */
  readonly wordCells: number;
  readonly mindCells: number;
  /** The share of words that mean something quite different to it. */
  readonly oddShare: number;
  /** The share of what nearly everybody knows that it has heard of, and of what fewer people know. */
  readonly knowsCommon: number;
  readonly knowsRare: number;
  /** How much likelier than a likely cell it takes the likeliest: 1 in proportion, 2 squared. */
  readonly sharpness: number;
  /** How many good clues it hesitates between: the best is always among them. */
  readonly clues: number;
  /** A clue with less than this share of the best one's chance is not said. */
  readonly leastChance: number;
}

/** What a bot of each level is called. */
export const LEVEL_NAMES: Readonly<Record<BotLevel, string>> = {
  1: 'first-timer',
  2: 'beginner',
  3: 'regular',
  4: 'expert',
  5: 'sage',
};

/** From the first-timer to the sage; `docs/bots.md` has what comes of it. */
export const SKILLS: Readonly<Record<BotLevel, Skill>> = {
  1: {
    wordCells: 2.4,
    mindCells: 0.8,
    oddShare: 0.22,
    knowsCommon: 0.93,
    knowsRare: 0.35,
    sharpness: 0.75,
    clues: 6,
    leastChance: 0.35,
  },
  2: {
    wordCells: 1.55,
    mindCells: 0.5,
    oddShare: 0.17,
    knowsCommon: 0.96,
    knowsRare: 0.5,
    sharpness: 0.9,
    clues: 5,
    leastChance: 0.5,
  },
  3: {
    wordCells: 1.2,
    mindCells: 0.45,
    oddShare: 0.13,
    knowsCommon: 0.98,
    knowsRare: 0.65,
    sharpness: 1,
    clues: 4,
    leastChance: 0.6,
  },
  4: {
    wordCells: 0.95,
    mindCells: 0.35,
    oddShare: 0.09,
    knowsCommon: 0.99,
    knowsRare: 0.8,
    sharpness: 1.15,
    clues: 3,
    leastChance: 0.7,
  },
  5: {
    wordCells: 0.7,
    mindCells: 0.25,
    oddShare: 0.05,
    knowsCommon: 1,
    knowsRare: 0.92,
    sharpness: 1.4,
    clues: 3,
    leastChance: 0.8,
  },
};
