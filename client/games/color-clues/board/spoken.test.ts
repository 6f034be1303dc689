import { expect, it } from 'vitest';
import { spokenLabels } from './spoken.ts';

it('says coordinate, name and whatever is on the cell', () => {
  const cell = 7 * 30 + 13;
  const marker = { marker: 1, initial: 'B', isDimmed: false, isMine: false };
  const label = spokenLabels({
    markers: [
      { ...marker, cell, label: "Ben's first marker", points: 3 },
      { ...marker, cell: 0, label: "Ben's second marker", points: null },
    ],
    cardCells: [1],
    chosen: 1,
    frame: cell,
    occupied: new Set([0, cell]),
    nameOf: (at) => (at === cell ? 'moss green' : 'lilac'),
  });
  expect(label(cell)).toBe("H14, moss green, the target, Ben's first marker, 3 points, taken");
  expect(label(0)).toBe("A1, lilac, Ben's second marker, taken");
  expect(label(1)).toBe('A2, lilac, on your card, chosen');
  expect(label(2)).toBe('A3, lilac');
});
