import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import { CELLS, distance, parseCell } from './board.ts';
import { readingOf } from './reading.ts';

const at = (name: string): number => parseCell(name)!;
const on = (...cells: string[]) => cells.map((cell, index) => ({ seat: seatId(index + 2), cell: at(cell) }));
const [two, three] = [seatId(2), seatId(3)];

it.each([
  ['nobody placed', [], null],
  ['some were on the very color', on('H14', 'A1'), { kind: 'exact', seats: [two] }],
  ['everybody was beside it', on('H13', 'G15'), { kind: 'all' }],
  [
    'two were of one mind',
    on('H20', 'H20', 'A1'),
    { kind: 'alike', seats: [two, three], cells: [at('H20'), at('H20')] },
  ],
  [
    'two were beside each other',
    on('H20', 'I21'),
    { kind: 'alike', seats: [two, three], cells: [at('H20'), at('I21')] },
  ],
  ['somebody was closest', on('H17', 'A1'), { kind: 'closest', seats: [two], steps: 3 }],
  ['several were as close', on('H17', 'H11'), { kind: 'closest', seats: [two, three], steps: 3 }],
  ['one alone was beside it', on('H15'), { kind: 'closest', seats: [two], steps: 1 }],
  ['all were far off', on('H24', 'A1'), { kind: 'nobody', steps: 10 }],
] as const)('what is worth a sentence: %s', (_name, markers, reading) => {
  expect(readingOf(markers, at('H14'))).toEqual(reading);
});

it('prefers one cell to two beside each other, and asks nobody whether they think like themselves', () => {
  const markers = [...on('H20', 'H21', 'B2'), { seat: seatId(9), cell: at('B2') }];
  expect(readingOf(markers, at('P30'))).toMatchObject({ kind: 'alike', seats: [4, 9] });
  const own = ['H20', 'H21'].map((cell) => ({ seat: two, cell: at(cell) }));
  expect(readingOf(own, at('H14'))).toEqual({ kind: 'nobody', steps: 6 });
});

it('is true of the markers, whatever they are', () => {
  const marker = fc.record({ seat: fc.integer({ min: 1, max: 9 }).map(seatId), cell: fc.nat(CELLS - 1) });
  fc.assert(
    fc.property(fc.array(marker, { minLength: 1, maxLength: 18 }), fc.nat(CELLS - 1), (markers, target) => {
      const reading = readingOf(markers, target)!;
      const least = Math.min(...markers.map(({ cell }) => distance(cell, target)));
      expect(reading.kind === 'exact').toBe(least === 0);
      if (reading.kind === 'nobody' || reading.kind === 'closest') expect(reading.steps).toBe(least);
      if (reading.kind === 'alike') {
        expect(reading.seats[0]).not.toBe(reading.seats[1]);
        expect(distance(...reading.cells)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
