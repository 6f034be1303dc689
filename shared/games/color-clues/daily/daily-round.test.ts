import { describe, expect, it } from 'vitest';
import { COLUMNS, columnOf, distance } from '../board.ts';
import { CELL_NAMES } from '../cell-names.ts';
import { isNameNear } from '../cell-names-near.ts';
import { checkClue } from '../clue-check.ts';
import json from '../data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../lexicon.ts';
import { DAILY_CLUES } from './daily-clues.ts';
import { CLUES_A_DAY, dailyPools, dailyRound } from './daily-round.ts';

const lexicon = decodeLexicon(json);
const pools = dailyPools(lexicon);
const SECRET = 'ab'.repeat(32);
const DAY = 20_786;

describe('the clues of a day (rule 12.1)', () => {
  it('are the same for everybody, and others on every day', () => {
    expect(dailyRound(SECRET, DAY, lexicon)).toEqual(dailyRound(SECRET, DAY, lexicon));
    const month = Array.from({ length: 40 }, (_, i) => dailyRound(SECRET, DAY + i, lexicon).clues).flat();
    // A lap may begin in these days: then one clue of each pool may come twice, not more.
    expect(new Set(month).size).toBeGreaterThanOrEqual(month.length - 12);
  });

  it('come from one third of the hues each', () => {
    const thirds = (day: number) =>
      dailyRound(SECRET, day, lexicon).clues.map((clue) =>
        pools.findIndex((pool) => pool.some((known) => known.clue === clue)),
      );
    for (let day = DAY; day < DAY + 50; day++) expect(thirds(day).toSorted()).toEqual([0, 1, 2]);
    expect(new Set(Array.from({ length: 50 }, (_, i) => thirds(DAY + i).join(''))).size).toBe(6);
  });

  it('use up a pool before a clue comes back', () => {
    for (const pool of pools) {
      expect(pool.length).toBeGreaterThanOrEqual(45);
      const first = Math.ceil(DAY / pool.length) * pool.length;
      const lap = Array.from({ length: pool.length }, (_, i) => dailyRound(SECRET, first + i, lexicon).clues);
      const said = lap.flat().filter((clue) => pool.some((known) => known.clue === clue));
      expect(new Set(said).size).toBe(pool.length);
    }
  });

  it('are all known, allowed by the strictest check and listed once', () => {
    expect(pools.flat()).toHaveLength(DAILY_CLUES.length);
    expect(new Set(DAILY_CLUES).size).toBe(DAILY_CLUES.length);
    const illegal = DAILY_CLUES.filter(
      (clue) => !checkClue(clue, { words: 2, usedClues: [], strictness: 'strict' }).ok,
    );
    expect(illegal).toEqual([]);
  });
});

describe('the cells of a day (rule 12.2)', () => {
  it('lie near where most people see the clue, and follow from the secret alone', () => {
    const other = 'cd'.repeat(32);
    let differing = 0;
    for (let day = DAY; day < DAY + 60; day++) {
      const { clues, targets } = dailyRound(SECRET, day, lexicon);
      expect(targets).toHaveLength(CLUES_A_DAY);
      clues.forEach((clue, i) => {
        const { home } = pools.flat().find((known) => known.clue === clue)!;
        expect(distance(targets[i]!, home)).toBeLessThanOrEqual(2);
        if (targets[i] !== home) differing++;
      });
      expect(dailyRound(other, day, lexicon)).not.toEqual({ clues, targets });
    }
    expect(differing).toBeGreaterThan(90);
  });

  it('have no name that says the clue', () => {
    const named = Array.from({ length: 120 }, (_, i) => dailyRound(SECRET, DAY + i, lexicon)).flatMap(
      ({ clues, targets }) => clues.filter((clue, i) => isNameNear(targets[i]!, CELL_NAMES)(clue)),
    );
    expect(named).toEqual([]);
  });

  it('have thirds as wide as one another', () => {
    for (const [third, pool] of pools.entries())
      for (const { home } of pool) expect(Math.floor((columnOf(home) * 3) / COLUMNS)).toBe(third);
  });
});
