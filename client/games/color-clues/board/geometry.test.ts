import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CELLS,
  cellAt,
  cellRect,
  centerOn,
  clampView,
  ensureVisible,
  frameRect,
  hitTest,
  type Layout,
  layoutOf,
  MAX_ZOOM,
  markerSize,
  markerSizeAmong,
  spotOf,
  WHOLE,
  zoomAround,
} from './geometry.ts';

const layouts = fc
  .record({
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 1400 }),
    isUpright: fc.boolean(),
    hasBands: fc.boolean(),
  })
  .map(({ width, height, isUpright, hasBands }) => layoutOf(width, height, isUpright, hasBands));
const cells = fc.integer({ min: 0, max: CELLS - 1 });
const zooms = fc.double({ min: 1, max: MAX_ZOOM, noNaN: true });
const parts = fc.double({ min: 0, max: 1, noNaN: true });

const pointIn = ({ area }: Layout, across: number, down: number) => ({
  x: area.x + area.w * across,
  y: area.y + area.h * down,
});
/** The point of the board, in parts of its size, that lies under a point of the screen. */
const under = (
  layout: Layout,
  view: { zoom: number; dx: number; dy: number },
  at: { x: number; y: number },
) => ({
  x: (at.x - layout.area.x - view.dx) / view.zoom / layout.area.w,
  y: (at.y - layout.area.y - view.dy) / view.zoom / layout.area.h,
});

describe('cells on the screen', () => {
  it('turns with the board and back', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (cell, isUpright) => {
        expect(cellAt(spotOf(cell, isUpright), isUpright)).toBe(cell);
      }),
    );
    expect(spotOf(31, false)).toEqual({ col: 1, row: 1 });
    expect(spotOf(32, true)).toEqual({ col: 1, row: 2 });
  });

  it('hits the cell whose rectangle holds the point, at any zoom', () => {
    fc.assert(
      fc.property(layouts, cells, zooms, (layout, cell, zoom) => {
        const view = centerOn(layout, cell, zoom);
        const { x, y, w, h } = cellRect(layout, view, cell);
        expect(hitTest(layout, view, { x: x + w / 2, y: y + h / 2 })).toBe(cell);
      }),
    );
  });

  it('hits nothing outside the area, or the nearest cell when clamped', () => {
    const layout = layoutOf(660, 516, false, false);
    expect(hitTest(layout, WHOLE, { x: 2, y: 2 })).toBeNull();
    expect(hitTest(layout, WHOLE, { x: 2, y: 2 }, true)).toBe(0);
    expect(hitTest(layout, WHOLE, { x: 9000, y: 9000 }, true)).toBe(CELLS - 1);
    expect(hitTest(layoutOf(0, 0, false, false), WHOLE, { x: 0, y: 0 }, true)).toBeNull();
  });

  it('cuts frames at the edge of the board', () => {
    const layout = layoutOf(660, 516, false, false);
    const whole = frameRect(layout, WHOLE, 15 * 30, 2);
    const cell = cellRect(layout, WHOLE, 15 * 30);
    expect(whole.x).toBeCloseTo(layout.area.x);
    expect(whole.w).toBeCloseTo(cell.w * 3);
    expect(whole.h).toBeCloseTo(cell.h * 3);
  });

  it('gives an upright phone cells about 21 × 16 px at 360 px', () => {
    const { w, h } = cellRect(layoutOf(360, 492, true, false), WHOLE, 0);
    expect(w).toBeGreaterThan(20);
    expect(h).toBeGreaterThan(15);
  });
});

describe('zoom', () => {
  it('never shows ground beside the board', () => {
    fc.assert(
      fc.property(layouts, zooms, parts, parts, parts, parts, (layout, zoom, a, b, c, d) => {
        const view = zoomAround(layout, WHOLE, zoom, pointIn(layout, a, b), pointIn(layout, c, d));
        expect(view).toEqual(clampView(layout, view));
        expect(view.dx).toBeLessThanOrEqual(0);
        expect(view.dx + layout.area.w * view.zoom).toBeGreaterThanOrEqual(layout.area.w - 1e-6);
      }),
    );
  });

  it('keeps the point under the fingers', () => {
    fc.assert(
      fc.property(layouts, zooms, zooms, parts, parts, (layout, from, to, across, down) => {
        fc.pre(to >= from);
        const anchor = pointIn(layout, across, down);
        const start = zoomAround(layout, WHOLE, from, pointIn(layout, 0.5, 0.5));
        const end = zoomAround(layout, start, to, anchor);
        const before = under(layout, start, anchor);
        const after = under(layout, end, anchor);
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  it('brings a cell into sight, and leaves the view alone when it is', () => {
    fc.assert(
      fc.property(layouts, cells, cells, zooms, (layout, there, cell, zoom) => {
        const view = ensureVisible(layout, centerOn(layout, there, zoom), cell, 0);
        const rect = cellRect(layout, view, cell);
        expect(rect.x).toBeGreaterThanOrEqual(layout.area.x - 1e-6);
        expect(rect.x + rect.w).toBeLessThanOrEqual(layout.area.x + layout.area.w + 1e-6);
        expect(rect.y).toBeGreaterThanOrEqual(layout.area.y - 1e-6);
        expect(rect.y + rect.h).toBeLessThanOrEqual(layout.area.y + layout.area.h + 1e-6);
        expect(ensureVisible(layout, view, cell, 0).dx).toBeCloseTo(view.dx, 6);
      }),
    );
  });
});

describe('markers', () => {
  const phones = fc
    .record({
      width: fc.integer({ min: 320, max: 740 }),
      height: fc.integer({ min: 300, max: 700 }),
      isUpright: fc.boolean(),
    })
    .map(({ width, height, isUpright }) => layoutOf(width, height, isUpright, false));
  /** Distances from the middle that the drawing of a marker and its initial reach, in diameters. */
  const SHAPE = 0.44;
  const INITIAL = 0.2;

  it('never cover the initial of another, however close they are', () => {
    fc.assert(
      fc.property(
        phones,
        zooms,
        cells,
        fc.uniqueArray(fc.nat(24), { minLength: 2, maxLength: 18 }),
        (layout, zoom, corner, near) => {
          const view = centerOn(layout, corner, zoom);
          const there = near.map((n) => (corner + (n % 5) + 30 * Math.floor(n / 5)) % CELLS);
          const markers = there.map((cell, index) => {
            const { x, y, w, h } = cellRect(layout, view, cell);
            const size = markerSizeAmong(layout, view, { cell, isMine: index === 0 }, there);
            return { x: x + w / 2, y: y + h / 2, size };
          });
          for (const a of markers)
            for (const b of markers) {
              if (a === b) continue;
              const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
              expect(apart).toBeGreaterThanOrEqual(SHAPE * a.size + INITIAL * b.size);
            }
        },
      ),
    );
  });

  it('are as large as ever where there is room, one’s own a little larger', () => {
    const layout = layoutOf(360, 492, true, false);
    const alone = markerSizeAmong(layout, WHOLE, { cell: 100, isMine: false }, [100, 300]);
    expect(alone).toBe(markerSize(layout, WHOLE));
    expect(markerSizeAmong(layout, WHOLE, { cell: 100, isMine: true }, [100, 300])).toBeGreaterThan(alone);
    // 360 px wide, one above the other: no bigger than the initials allow, and still to be read.
    const crowded = markerSizeAmong(layout, WHOLE, { cell: 100, isMine: false }, [100, 101]);
    expect(crowded).toBeLessThan(alone);
    expect(crowded).toBeGreaterThan(18);
  });
});
