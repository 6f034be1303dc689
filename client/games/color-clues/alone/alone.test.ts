import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRng } from '../../../../shared/core/seeded-rng.ts';
import { CARDS } from '../../../../shared/games/color-clues/cards.ts';
import { DAILY_CLUES } from '../../../../shared/games/color-clues/daily/daily-clues.ts';
import { tenClues } from './bot-tasks.ts';
import { dailyText, dayWords, waitWords } from './days.ts';
import {
  bestOf,
  driftIn,
  keepBest,
  MOST_POINTS,
  placeIn,
  pointsIn,
  pointsOf,
  TASKS,
  tenColors,
} from './practice.ts';

describe('the text to share (rule 12.8)', () => {
  it('says the day, the points and a square for each marker', () => {
    expect(dailyText('2026-11-29', [3, 1, 0], 'https://play.example/daily/2026-11-29')).toBe(
      'Color Clues, 29 November: 4 of 9\n🟩🟧⬜\nhttps://play.example/daily/2026-11-29',
    );
  });

  it('tells no clue and no cell', () => {
    const text = dailyText('2026-11-29', [2, 2, 2], '').toLowerCase();
    expect(DAILY_CLUES.filter((clue) => new RegExp(`\\b${clue}\\b`).test(text))).toEqual([]);
    expect(text).not.toMatch(/\b[a-p]\d{1,2}\b/);
  });
});

describe('times', () => {
  it('are those of UTC, and rough', () => {
    expect(dayWords('2026-01-01')).toBe('1 January');
    expect([waitWords(0), waitWords(59 * 60_000), waitWords(5.2 * 3_600_000)]).toEqual([
      '1 min',
      '59 min',
      '5 h 12 min',
    ]);
  });
});

describe('practice (rule 13.1)', () => {
  it('asks ten different colors', () => {
    const tasks = tenColors(seededRng(1));
    expect(new Set(tasks.map(({ target }) => target)).size).toBe(TASKS);
    expect(tenColors(seededRng(2))).not.toEqual(tasks);
  });

  it('counts one marker for each, as at a table', () => {
    const [first, second] = tenColors(seededRng(1));
    const exact = placeIn([first!, second!], 0, first!.target);
    expect(pointsIn(exact)).toBe(3);
    expect(placeIn(exact, 0, 0)).toEqual(exact);
    expect(pointsOf({ target: 100, clue: null, placed: 102 })).toBe(1);
    expect(pointsOf({ target: 100, clue: null, placed: null })).toBe(0);
  });
});

describe('what ten markers tell of somebody (rule 13.4)', () => {
  const at = (target: number, placed: number) => ({ target, clue: null, placed });

  it('is the hue that they place too far to a side', () => {
    expect(driftIn([at(20, 18), at(50, 49), at(5, 5)])).toMatchObject({ family: 'teal', columns: 1.5 });
  });

  it('is nothing when they hit', () => {
    expect(driftIn([at(20, 20), at(50, 50), at(80, 80)])).toBeNull();
  });
});

describe('the best of a browser (rule 13.2)', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('is kept for each kind, and only when there is more', () => {
    expect([bestOf('colors'), keepBest('colors', 12), keepBest('colors', 12), keepBest('colors', 9)]).toEqual(
      [null, true, false, false],
    );
    expect([bestOf('colors'), bestOf('clues')]).toEqual([12, null]);
  });

  it.each([MOST_POINTS + 1, -1, 1.5, '12', null])('is nothing when %j was kept', (value) => {
    kept.set('color-clues:preferences', JSON.stringify({ practiceColors: value }));
    expect(bestOf('colors')).toBeNull();
  });
});

describe('the clues of practice (rule 13.3)', () => {
  it.each(['en', 'de', 'fr'] as const)('are of ten cards, and none comes twice, in %s', async (language) => {
    for (let seed = 0; seed < 5; seed++) {
      const tasks = await tenClues(seededRng(seed), language);
      expect(tasks).toHaveLength(TASKS);
      expect(new Set(tasks.map(({ clue }) => clue)).size).toBe(TASKS);
      const cards = tasks.map(({ target }) => CARDS.findIndex((card) => card.includes(target)));
      expect(new Set(cards).size).toBe(TASKS);
      const isGerman = tasks.every(({ clue }) => /^[A-ZÄÖÜ]/.test(clue!));
      expect(isGerman).toBe(language === 'de');
    }
  });
});
