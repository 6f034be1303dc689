import { describe, expect, it } from 'vitest';
import { LEXICON, LEXICONS } from '../../../scripts/bots/bot-game.ts';
import { agreement, cluesOf, nearnessByLevel, pointsARound } from '../../../scripts/bots/measure.ts';
import { BOT_LEVELS, type BotLevel } from '../../core/bot-level.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { BOT_NAMES } from '../../table/persons.ts';
import { densityOfClues } from './bot-guess.ts';
import { knows, newMind } from './bot-mind.ts';
import { anyTaste, tasteOf } from './bot-taste.ts';
import words from './data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from './lexicon.ts';
import { PAR_A_ROUND } from './presets.ts';

/** Of all markers, the share within one step of the color, %: where each level must lie. */
const BANDS: Readonly<Record<BotLevel, readonly [number, number]>> = {
  1: [11, 21],
  2: [17, 28],
  3: [24, 34],
  4: [31, 41],
  5: [38, 50],
};
/** How well two people agree on one word: the mean points of one's marker if the other's were the color. */
const TWO_PEOPLE = 0.554;

describe.each([
  ['en', 30],
  ['de', 30],
] as const)('the levels of bots, in %s', (language, games) => {
  const near = nearnessByLevel(games, language);

  it.each(BOT_LEVELS)('level %d places as near as it should', (level) => {
    const [least, most] = BANDS[level];
    const share = 100 * near.get(level)!.withinOne;
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it('are each better than the one before', () => {
    const shares = BOT_LEVELS.map((level) => near.get(level)!);
    for (const [i, better] of shares.slice(1).entries()) {
      expect(better.withinOne).toBeGreaterThan(shares[i]!.withinOne);
      expect(better.withinTwo).toBeGreaterThan(shares[i]!.withinTwo);
    }
  });

  it('two bots agree less than two people do', () => {
    const points = agreement(BOT_LEVELS, 600, language);
    expect(points).toBeLessThan(TWO_PEOPLE);
    expect(points).toBeGreaterThan(TWO_PEOPLE / 2);
  });

  it('better bots know more words, and nobody is without the common ones', () => {
    const lexicon = LEXICONS[language];
    const shares = BOT_LEVELS.map((level) => {
      const minds = [1, 2, 3].map((seed) => newMind(lexicon, seededRng(seed), { level }));
      const known = (of: readonly string[]) =>
        minds.flatMap((mind) => of.filter((word) => knows(word, mind))).length / (of.length * minds.length);
      const all = [...lexicon.vocabulary.keys()];
      expect(known(all.filter(lexicon.speech.isColorName))).toBe(1);
      expect(known(all.filter((word) => lexicon.kinds.has(word)))).toBeGreaterThan(0.9);
      return known(all.filter((word) => !lexicon.kinds.has(word)));
    });
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares[0]).toBeLessThan(0.5);
  });
});

describe('what a round brings bots of level 3', () => {
  const OPTIONS = [
    ['normal', 1],
    ['normal', 2],
    ['wide', 1],
    ['wide', 2],
  ] as const;

  it.each(OPTIONS)('%s scoring, %d clues: two in co-op reach par (rule 15.3)', (scoring, clues) => {
    const { placing } = pointsARound(3, 100, 2, { together: 'coop', scoring, clues });
    expect(Math.abs(placing / PAR_A_ROUND[scoring][clues] - 1)).toBeLessThan(0.15);
  });

  it.each(OPTIONS)(
    '%s scoring, %d clues: giving is worth about as much as placing (rule 14.3)',
    (scoring, clues) => {
      const { placing, giving } = pointsARound(3, 60, 4, { scoring, clues });
      expect(giving / placing).toBeGreaterThan(0.8);
      expect(giving / placing).toBeLessThan(1.25);
    },
  );
});

describe('the tastes of bots', () => {
  it('every name a bot may have stands for one', () => {
    expect(BOT_NAMES.filter((name) => tasteOf(name) === null)).toEqual([]);
    expect(tasteOf('constructor')).toBeNull();
  });

  it('are of kinds that there are', () => {
    const kinds = new Set(LEXICON.kinds.values());
    const rng = seededRng(1);
    const used = new Set(Array.from({ length: 200 }, () => anyTaste(rng)).flatMap((taste) => taste.kinds));
    expect([...used].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it.each(['Pia', 'Mika', 'Tove'])('%s says more of what they like than others do', (name) => {
    const taste = tasteOf(name)!;
    const isOf = (text: string) =>
      [text, ...text.split(' ')].some((phrase) => taste.kinds.includes(LEXICON.kinds.get(phrase) ?? ''));
    const share = (liking?: typeof taste) => {
      const said = cluesOf(3, 30, 'en', liking).flatMap(({ clues }) => clues);
      return said.filter(isOf).length / said.length;
    };
    expect(share(taste)).toBeGreaterThan(1.2 * share());
  });

  it('make a guesser know their own field a little better', () => {
    const [one, other] = [undefined, tasteOf('Pia')!].map((taste) =>
      newMind(LEXICON, seededRng(5), { level: 1, ...(taste && { taste }) }),
    );
    const fruit = [...LEXICON.kinds].filter(([, kind]) => kind === 'fruit').map(([word]) => word);
    expect(fruit.filter((word) => !knows(word, other!))).toEqual([]);
    expect(fruit.filter((word) => !knows(word, one!)).length).toBeGreaterThan(0);
  });
});

it('guessing needs no lists of clues', () => {
  const small = decodeLexicon(words);
  const mind = newMind(small, seededRng(1));
  const same = newMind(LEXICON, seededRng(1));
  expect(small.clues).toEqual([]);
  expect(densityOfClues(['moss', 'wet'], mind)).toEqual(densityOfClues(['moss', 'wet'], same));
});
