import { describe, expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import { parseCell } from './board.ts';
import { GIVER_CAP, giverPoints, markerPoints, rank, scoreRound } from './scoring.ts';
import { initialState, newPlayer } from './state.ts';
import { DEFAULT_OPTIONS, type Marker } from './types.ts';

const [giver, ana, ben] = [seatId(1), seatId(2), seatId(3)];
const target = parseCell('H14')!;
const marker = (seat: number, name: string, pass: 1 | 2 = 1): Marker => ({
  seat: seatId(seat),
  pass,
  cell: parseCell(name)!,
});
const round = { giver, giverFactor: 1, isCondemned: false, markers: [] } as const;

describe('Points of guessers (rule 4.1)', () => {
  it.each([
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 0],
    [29, 0],
  ])('a marker %i steps off brings %i', (steps, points) => {
    expect(markerPoints(steps)).toBe(points);
  });

  it('count both markers, five at the most', () => {
    const markers = [marker(2, 'H14'), marker(2, 'G13', 2), marker(3, 'F12'), marker(3, 'A1', 2)];
    expect(
      scoreRound(
        { ...round, markers },
        [giver, ana, ben].map((seat) => newPlayer(seat)),
        target,
        DEFAULT_OPTIONS,
      ).gains,
    ).toEqual([
      { seat: giver, points: 2 },
      { seat: ana, points: 5 },
      { seat: ben, points: 1 },
    ]);
  });
});

describe('Points of the giver (rule 4.2)', () => {
  const near = ['H14', 'G13', 'G14', 'G15', 'H13', 'H15', 'I13', 'I14', 'I15'];

  it('one for each marker in the frame of 3 × 3, none for the cells around it', () => {
    expect(giverPoints([marker(2, 'G13'), marker(3, 'H14'), marker(4, 'F14')], target, 1)).toBe(2);
  });

  it('two for each with exactly three players', () => {
    expect(giverPoints([marker(2, 'G13'), marker(3, 'H14')], target, 2)).toBe(4);
  });

  it('are capped at nine', () => {
    const markers = near.map((name, i) => marker(i + 2, name));
    expect(giverPoints(markers, target, 1)).toBe(9);
    expect(giverPoints(markers, target, 2)).toBe(GIVER_CAP);
  });

  it('are none after two challenges', () => {
    const markers = [marker(2, 'H14')];
    expect(
      scoreRound(
        { ...round, isCondemned: true, markers },
        [giver, ana].map((seat) => newPlayer(seat)),
        target,
        DEFAULT_OPTIONS,
      ).gains,
    ).toEqual([
      { seat: giver, points: 0 },
      { seat: ana, points: 3 },
    ]);
  });

  it('count the markers of somebody who has left', () => {
    expect(
      scoreRound(
        { ...round, markers: [marker(9, 'H14')] },
        [giver, ana].map((seat) => newPlayer(seat)),
        target,
        DEFAULT_OPTIONS,
      ).gains,
    ).toEqual([
      { seat: giver, points: 1 },
      { seat: ana, points: 0 },
    ]);
  });
});

describe('Wide scoring', () => {
  it.each([
    [0, 4],
    [1, 3],
    [2, 2],
    [3, 1],
    [4, 0],
  ])('a marker %i steps off brings %i (rule 14.2)', (steps, points) => {
    expect(markerPoints(steps, 'wide')).toBe(points);
  });

  it('the giver gets one for each marker at most two steps away, nine at the most (rule 14.3)', () => {
    const markers = [marker(2, 'H14'), marker(3, 'F12'), marker(4, 'F17')];
    expect(giverPoints(markers, target, 1, 'wide')).toBe(2);
    expect(giverPoints(markers, target, 2, 'wide')).toBe(4);
    const options = { ...DEFAULT_OPTIONS, scoring: 'wide' } as const;
    const players = [1, 2, 3, 4].map((seat) => newPlayer(seatId(seat)));
    const points = (preset: 'classic' | 'party') =>
      scoreRound({ ...round, markers }, players, target, { ...options, preset }).gains.map(
        (gain) => gain.points,
      );
    expect(points('classic')).toEqual([2, 4, 2, 1]);
    expect(points('party')).toEqual([2, 4, 2, 1]);
    const many = Array.from({ length: 12 }, (_, i) => marker(i + 2, 'H14'));
    expect(giverPoints(many, target, 1, 'wide')).toBe(GIVER_CAP);
  });
});

describe('Ties (rule 4.3)', () => {
  const player = (seat: number, score: number, change = {}) => ({
    ...newPlayer(seatId(seat)),
    score,
    ...change,
  });
  const shown = (...players: ReturnType<typeof player>[]) =>
    rank({ ...initialState, players }).map(({ seat, place }) => [seat, place]);

  it('equal scores share a place, and the next place is skipped', () => {
    expect(shown(player(1, 5), player(2, 9), player(3, 9), player(4, 1))).toEqual([
      [2, 1],
      [3, 1],
      [1, 3],
      [4, 4],
    ]);
  });

  it('is shown in order of exact hits', () => {
    expect(shown(player(1, 5, { exactHits: 1 }), player(2, 5, { exactHits: 2 }))).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  it('then of markers in the frame', () => {
    expect(shown(player(1, 5, { inFrame: 1 }), player(2, 5, { inFrame: 3 }))[0]).toEqual([2, 1]);
  });

  it('then of the smaller mean distance; who never placed comes last', () => {
    const far = player(1, 5, { markers: 2, distanceSum: 9 });
    const near = player(2, 5, { markers: 4, distanceSum: 10 });
    expect(shown(player(3, 5), far, near).map(([seat]) => seat)).toEqual([2, 1, 3]);
    expect(shown(player(3, 5), player(4, 5)).map(([seat]) => seat)).toEqual([3, 4]);
  });
});
