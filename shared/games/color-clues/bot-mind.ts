import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type BotLevel, MIDDLE_LEVEL } from '../../core/bot-level.ts';
import { type Rng, UINT32 } from '../../core/rng.ts';
import { SKILLS, type Skill } from './bot-skill.ts';
import { NO_TASTE, type Taste } from './bot-taste.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * How one bot thinks of words. Nobody means quite the same color by a word, and nobody knows all of them: the giver's moss
 * is not the guesser's.
 */
export interface Mind {
  readonly lexicon: Lexicon;
  readonly skill: Skill;
  readonly taste: Taste;
  /** What makes it different from others, 128 random bits in hex; null for what people mean on the average. */
  readonly salt: string | null;
  /** How it sees everything. */
  readonly self: Lean;
}

/** Where a word lies in a mind, from where it lies on the average: OKLab, in cells of that neighborhood. */
export interface Lean {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** How much farther a word lies that means something quite different to somebody. */
const ODD_FACTOR = 2.2;
/** How much nearer to the average the words of a field lie that a bot loves; it knows them all. */
const FAMILIAR = 0.7;
/** Words of 32 bits in a salt. */
const SALT_WORDS = 4;

export interface MindOptions {
  readonly level?: BotLevel;
  readonly taste?: Taste;
}

/** Somebody new. */
export function newMind(
  lexicon: Lexicon,
  rng: Rng,
  { level = MIDDLE_LEVEL, taste = NO_TASTE }: MindOptions = {},
): Mind {
  const words = Array.from({ length: SALT_WORDS }, () => rng.int(UINT32).toString(16).padStart(8, '0'));
  const salt = words.join('');
  const skill = SKILLS[level];
  return { lexicon, skill, taste, salt, self: scaled(draws(salt), skill.mindCells) };
}

/** Nobody in particular: knows every word, and means by it what people mean on the average. */
export const averageMind = (lexicon: Lexicon): Mind => ({
  lexicon,
  skill: SKILLS[MIDDLE_LEVEL],
  taste: NO_TASTE,
  salt: null,
  self: { l: 0, a: 0, b: 0 },
});

/** Whether a thing is of a kind that somebody likes. */
export const isLiked = (phrase: string, { taste, lexicon }: Pick<Mind, 'taste' | 'lexicon'>): boolean => {
  const kind = lexicon.kinds.get(phrase);
  return kind !== undefined && taste.kinds.includes(kind);
};

/** Whether this mind has ever heard of a phrase of the lexicon: always the same. */
export function knows(phrase: string, mind: Mind): boolean {
  const { speech } = mind.lexicon;
  if (mind.salt === null || speech.isColorName(phrase) || isLiked(phrase, mind)) return true;
  const { knowsCommon, knowsRare } = mind.skill;
  const share = mind.lexicon.kinds.has(phrase) ? knowsCommon : knowsRare;
  return draws(`${mind.salt} ${phrase}`).heard < share;
}

/** Where a phrase lies in this mind: always the same. */
export function leanOf(phrase: string, mind: Mind): Lean {
  const { salt, self, skill } = mind;
  if (salt === null) return self;
  const word = draws(`${salt} ${phrase}`);
  const odd = word.share < skill.oddShare ? ODD_FACTOR : 1;
  const { l, a, b } = scaled(word, skill.wordCells * (isLiked(phrase, mind) ? FAMILIAR : odd));
  return { l: l + self.l, a: a + self.a, b: b + self.b };
}

const scaled = ({ l, a, b }: Lean, by: number): Lean => ({ l: l * by, a: a * by, b: b * by });

/** Three numbers of a standard normal distribution (sums of four even ones), and two in [0, 1). */
function draws(text: string): Lean & { readonly share: number; readonly heard: number } {
  const bytes = sha256(utf8ToBytes(text));
  const even = (at: number) => (bytes[at]! * 256 + bytes[at + 1]!) / 0x1_0000;
  const normal = (at: number) => (even(at) + even(at + 2) + even(at + 4) + even(at + 6) - 2) * Math.sqrt(3);
  return { l: normal(0), a: normal(8), b: normal(16), share: even(24), heard: even(26) };
}
