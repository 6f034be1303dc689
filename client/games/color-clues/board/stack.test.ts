import { describe, expect, it } from 'vitest';
import { cellRect, layoutOf, WHOLE } from './geometry.ts';
import { markerSpot, stackBox } from './stack.ts';

const layout = layoutOf(360, 492, true, false);
const onCell = (count: number, cell = 200) =>
  Array.from({ length: count }, (_, i) => ({ cell, isMine: i === 0 }));
const spotsOf = (markers: ReturnType<typeof onCell>) =>
  markers.map((marker) => markerSpot(layout, WHOLE, marker, markers));

describe('markers that share a cell', () => {
  it.each([2, 3, 4, 5, 9, 15])('%i of them: none covers the initial of another', (count) => {
    const spots = spotsOf(onCell(count));
    for (const a of spots)
      for (const b of spots) {
        if (a === b) continue;
        const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
        expect(apart).toBeGreaterThanOrEqual(0.8 * a.size - 0.001);
      }
  });

  it.each([2, 3, 4, 5, 9, 15])(
    '%i of them: stand around its middle, one of them with the points',
    (count) => {
      const spots = spotsOf(onCell(count));
      const { x, y, w, h } = cellRect(layout, WHOLE, 200);
      const middle = (of: (spot: (typeof spots)[number]) => number) =>
        (Math.min(...spots.map(of)) + Math.max(...spots.map(of))) / 2;
      expect(middle((spot) => spot.x)).toBeCloseTo(x + w / 2);
      expect(middle((spot) => spot.y)).toBeCloseTo(y + h / 2);
      expect(spots.filter(({ isCorner }) => isCorner)).toHaveLength(1);
    },
  );

  it('take little more room than one: not four times as much, however many', () => {
    const one = stackBox(layout, WHOLE, 200, onCell(1))!;
    for (const count of [2, 4, 9, 15]) {
      const box = stackBox(layout, WHOLE, 200, onCell(count))!;
      expect(box.w).toBeLessThan(2 * one.w);
      expect(box.h).toBeLessThan(2 * one.h);
    }
    expect(stackBox(layout, WHOLE, 7, onCell(3))).toBeNull();
  });

  it('a marker alone is where it always was', () => {
    const { x, y, w, h } = cellRect(layout, WHOLE, 200);
    expect(spotsOf(onCell(1))[0]).toMatchObject({ x: x + w / 2, y: y + h / 2, isCorner: true });
  });
});
