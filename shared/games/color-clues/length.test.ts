import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gameMinutes, roundMinutes } from './length.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';

interface Documented {
  readonly title: string;
  readonly options: GameOptions;
  readonly people: number;
  readonly bots: number;
  readonly minutes: number;
}

const rules = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

/** The rows of "How long a game takes": `| Classic | 1 person, 3 bots | 7 min |`. */
const DOCUMENTED = rules.split('\n').flatMap((line): Documented[] => {
  const row = /^\| (Classic|Party)(, two clues)? \| (\d+) (?:person|people)(?:, (.+) bots)? \| (\d+) min \|/;
  const [, preset, twoClues, people, bots = '0', minutes] = row.exec(line) ?? [];
  if (!preset) return [];
  const options: GameOptions = {
    ...DEFAULT_OPTIONS,
    preset: preset === 'Party' ? 'party' : 'classic',
    clues: twoClues ? 2 : 'auto',
  };
  return bots.match(/\d+/g)!.map((each) => ({
    title: `${preset}${twoClues ?? ''}, ${people} people, ${each} bots`,
    options,
    people: Number(people),
    bots: Number(each),
    minutes: Number(minutes),
  }));
});

describe('how long a game takes', () => {
  it('is documented for ten kinds of tables', () => {
    expect(DOCUMENTED.length).toBeGreaterThanOrEqual(10);
  });

  it.each(DOCUMENTED)('$title: $minutes min, within a quarter', ({ options, people, bots, minutes }) => {
    for (const told of [gameMinutes(options, people, bots), roundMinutes(gameMinutes(options, people, bots))])
      expect(Math.abs(told - minutes) / minutes).toBeLessThanOrEqual(0.25);
  });

  it('grows with the turns, and is shorter with one clue and with bots', () => {
    const minutes = (options: Partial<GameOptions>, people = 5, bots = 0) =>
      gameMinutes({ ...DEFAULT_OPTIONS, ...options }, people, bots);
    expect(minutes({ turns: 4 })).toBeCloseTo(2 * minutes({ turns: 2 }));
    expect(minutes({ clues: 1 })).toBeLessThan(0.6 * minutes({ clues: 2 }));
    expect(minutes({}, 1, 4)).toBeLessThan(minutes({}, 5));
    expect([minutes({}, 0), roundMinutes(0.2)]).toEqual([0, 1]);
  });
});
