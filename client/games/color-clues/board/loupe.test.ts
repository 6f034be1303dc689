import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELLS, cellRect, centerOn, layoutOf } from './geometry.ts';
import { placeLoupe } from './loupe.ts';

it('stays inside the board and never covers the aimed cell', () => {
  const sizes = fc.constantFrom(
    [360, 492, true],
    [320, 420, true],
    [390, 620, true],
    [660, 516, false],
    [520, 420, false],
  );
  const cells = fc.array(fc.integer({ min: 0, max: CELLS - 1 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      sizes,
      cells,
      fc.boolean(),
      fc.constantFrom(1, 1.6, 2),
      ([w, h, upright], path, isTouch, zoom) => {
        const layout = layoutOf(w as number, h as number, upright as boolean, false);
        let last: { x: number; y: number } | null = null;
        for (const cell of path) {
          const view = centerOn(layout, cell, zoom);
          const spot = placeLoupe(layout, view, cell, isTouch, last);
          last = spot;
          const rect = cellRect(layout, view, cell);
          const isApart =
            rect.x >= spot.x + spot.w ||
            rect.x + rect.w <= spot.x ||
            rect.y >= spot.y + spot.h ||
            rect.y + rect.h <= spot.y;
          expect(isApart).toBe(true);
          expect(spot.x).toBeGreaterThanOrEqual(0);
          expect(spot.x + spot.w).toBeLessThanOrEqual(layout.width);
          expect(spot.y + spot.h).toBeLessThanOrEqual(layout.height);
        }
      },
    ),
  );
});
