import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import {
  bestClue,
  closestMarker,
  columnsBetween,
  hueDrift,
  mostDisputed,
  nearness,
  thinkAlike,
} from './after-game.ts';
import { CELLS, parseCell } from './board.ts';
import type { RoundRecord } from './types.ts';

const at = (name: string): number => parseCell(name)!;

/** A round: who gave, the color, and by seat the cells of the first and second marker. */
function round(giver: number, target: string | null, placed: Record<number, string>): RoundRecord {
  return {
    round: 1,
    giver: seatId(giver),
    clues: ['moss'],
    target: target === null ? null : at(target),
    gains: [],
    markers: Object.entries(placed).flatMap(([seat, cells]) =>
      cells.split(' ').map((cell, index) => ({
        seat: seatId(Number(seat)),
        pass: index === 0 ? (1 as const) : (2 as const),
        cell: at(cell),
      })),
    ),
  };
}

describe('who thinks alike', () => {
  it('is told by markers for the same clue, with those who do most first', () => {
    const history = [
      round(1, 'H14', { 2: 'H10 A1', 3: 'H12 A1', 4: 'A1 A2' }),
      round(2, 'C3', { 1: 'C9', 3: 'C12', 4: 'C13' }),
    ];
    expect(thinkAlike(history)[0]).toEqual({ seats: [2, 3], steps: 1 });
    expect(thinkAlike(history).map(({ seats }) => seats.join())).toEqual(['2,3', '3,4', '2,4']);
  });

  it('says nothing of two who met once, and nothing of void rounds', () => {
    expect(thinkAlike([round(1, 'H14', { 2: 'H10', 3: 'H12' })])).toEqual([]);
    const voided = round(1, null, { 2: 'H10 H11', 3: 'H12 H11' });
    expect(thinkAlike([voided, voided])).toEqual([]);
  });
});

describe('the clues of a game', () => {
  const near = round(1, 'H14', { 2: 'H14', 3: 'H15' });
  const apart = round(2, 'C20', { 1: 'C1', 3: 'C29' });
  it('have a best one by points for each marker, and a color that was disputed most', () => {
    expect(bestClue([apart, near])).toEqual({ record: near, value: 2.5 });
    expect(mostDisputed([near, apart])).toEqual({ record: apart, value: 28 });
  });
  it('have neither where nobody scored, or nobody differed', () => {
    expect(bestClue([apart])).toBeNull();
    expect(
      mostDisputed([round(1, 'H14', { 2: 'H14', 3: 'H14' }), round(1, 'H14', { 2: 'A1 P30' })]),
    ).toBeNull();
  });
});

describe('the drift of a seat', () => {
  it.each([
    [
      'to the left, over the edge of a family',
      [round(1, 'H21', { 2: 'H20 H19' })],
      { family: 'teal', toward: 'green', columns: 1.5 },
    ],
    [
      'to the right',
      [round(1, 'H21', { 2: 'H24' }), round(3, 'C22', { 2: 'C23' })],
      { family: 'teal', toward: 'cyan', columns: 2 },
    ],
    [
      'around the end of the board',
      [round(1, 'H30', { 2: 'H1 H2' })],
      { family: 'indigo', toward: 'purple', columns: 1.5 },
    ],
    ['nowhere', [round(1, 'H21', { 2: 'H20 H22' })], null],
    ['unknown, from one marker', [round(1, 'H21', { 2: 'H24' })], null],
    ['unknown, from markers that meant something else', [round(1, 'H21', { 2: 'H1 H2' })], null],
    [
      'the strongest of several',
      [round(1, 'H21', { 2: 'H22 H22' }), round(1, 'H8', { 2: 'H5 H5' })],
      { family: 'red', toward: 'pink', columns: 3 },
    ],
  ] as const)('%s', (_name, history, drift) => {
    expect(hueDrift(history, seatId(2))).toEqual(drift);
  });

  it('is the short way around, forth and back', () => {
    const cell = fc.nat(CELLS - 1);
    fc.assert(
      fc.property(cell, cell, (from, to) => {
        const columns = columnsBetween(from, to);
        expect(columns).toBeGreaterThanOrEqual(-15);
        expect(columns).toBeLessThan(15);
        if (columns !== -15) expect(columnsBetween(to, from) + columns).toBe(0);
        expect((((from % 30) + columns + 30) % 30) - (to % 30)).toBe(0);
      }),
    );
  });
});

it('the best marker of whoever has no points is known', () => {
  const history = [
    round(1, 'H14', { 2: 'H1 H20' }),
    round(3, 'C20', { 2: 'C14' }),
    round(1, 'A1', { 3: 'A1' }),
  ];
  expect(closestMarker(history, seatId(2))).toEqual({ record: history[0], steps: 6 });
  expect(closestMarker(history, seatId(9))).toBeNull();
});

it('a row of squares tells how near somebody was, and nothing else', () => {
  const history = [
    round(1, 'H14', { 2: 'A1 H14', 3: 'H15' }),
    round(2, 'H14', { 1: 'H12', 3: 'H30' }),
    round(3, null, {}),
    round(3, 'H14', { 1: 'H30', 2: 'H16' }),
  ];
  expect(nearness(history, seatId(2))).toEqual([0, 'gave', 'none', 2]);
  expect(nearness(history, seatId(3))).toEqual([1, 'far', 'gave', 'gave']);
  expect(nearness(history, null)).toEqual([0, 2, 'none', 2]);
});
