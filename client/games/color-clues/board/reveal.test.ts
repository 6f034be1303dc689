import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../../shared/games/color-clues/presets.ts';
import { CELLS, cellRect, frameRect, layoutOf, markerSize, WHOLE } from './geometry.ts';
import { nameSpot, revealTimes, revealView } from './reveal.ts';

const TARGET = 9 * 30 + 17;
const phone = layoutOf(360, 492, true, false);
/** On an upright board, columns go down: a marker two columns before the target is in the upper row of the frame. */
const aboveOf = (target: number) => [{ cell: target - 2 }];
const belowOf = (target: number) => [{ cell: target + 2 }];

it('stays where it is while markers near the target are apart', () => {
  expect(revealView(phone, TARGET, [])).toEqual(WHOLE);
  expect(revealView(phone, TARGET, [{ cell: TARGET }, { cell: TARGET + 2 }])).toEqual(WHOLE);
  expect(revealView(phone, TARGET, [{ cell: 0 }, { cell: 1 }])).toEqual(WHOLE);
});

it('comes closer until neighbors hardly overlap, with the target in sight', () => {
  const view = revealView(phone, TARGET, [{ cell: TARGET }, { cell: TARGET + 1 }]);
  expect(view.zoom).toBeGreaterThan(1.2);
  const { x, y, w, h } = cellRect(phone, view, TARGET);
  expect(Math.min(w, h)).toBeGreaterThan(markerSize(phone, view) * 0.85);
  expect(x).toBeGreaterThan(phone.area.x);
  expect(y + h).toBeLessThan(phone.area.y + phone.area.h);
});

it('comes closer to a single marker where cells are much smaller than it, with all frames in sight', () => {
  const flat = layoutOf(328, 210, false, false);
  for (const target of [TARGET, 0, CELLS - 1]) {
    const beside = [{ cell: target === 0 ? 1 : target - 1 }];
    const view = revealView(flat, target, beside);
    const [ring, marker] = [cellRect(flat, view, target), cellRect(flat, view, beside[0]!.cell)];
    // Neither lies under the other: their middles are more than half of both apart.
    expect(Math.abs(ring.x - marker.x)).toBeGreaterThan(markerSize(flat, view) * 0.7);
    const { x, y, w, h } = frameRect(flat, view, target, 2);
    const { area } = flat;
    expect(x).toBeGreaterThanOrEqual(area.x - 1);
    expect(y).toBeGreaterThanOrEqual(area.y - 1);
    expect(x + w).toBeLessThanOrEqual(area.x + area.w + 1);
    expect(y + h).toBeLessThanOrEqual(area.y + area.h + 1);
  }
  // What lies far apart can be told apart.
  expect(revealView(flat, TARGET, [{ cell: 0 }])).toEqual(WHOLE);
});

it('writes the name of every color whole on the board, near its column', () => {
  const name = { w: 41, h: 20 };
  for (const layout of [phone, layoutOf(443, 316, false, false), layoutOf(660, 516, false, false)]) {
    for (let target = 0; target < CELLS; target++) {
      const { x, y } = nameSpot(layout, WHOLE, target, name, []);
      expect(x - name.w / 2).toBeGreaterThanOrEqual(0);
      expect(x + name.w / 2).toBeLessThanOrEqual(layout.width);
      expect(y - name.h / 2).toBeGreaterThanOrEqual(0);
      expect(y + name.h / 2).toBeLessThanOrEqual(layout.height);
      const cell = cellRect(layout, WHOLE, target);
      expect(Math.abs(x - cell.x - cell.w / 2)).toBeLessThan(name.w / 2);
    }
  }
});

it('writes the name where it covers fewer markers, above when both are alike', () => {
  const name = { w: 41, h: 20 };
  const around = [{ cell: TARGET - 30 }, { cell: TARGET }, { cell: TARGET + 30 }];
  const yOf = (markers: readonly { cell: number }[]) => nameSpot(phone, WHOLE, TARGET, name, markers).y;
  const [above, below] = [frameRect(phone, WHOLE, TARGET, 2).y, yOf(aboveOf(TARGET))];
  expect(yOf([])).toBe(above);
  expect(yOf(around)).toBe(above);
  expect(below).toBeGreaterThan(above);
  expect(yOf([...aboveOf(TARGET), ...belowOf(TARGET)])).toBe(above);
});

describe('the order of a reveal', () => {
  it('goes from far to near: too far, one, two, three, each after its frame; the giver comes last', () => {
    const { frames, judged, hit, share, end } = revealTimes([1, 3, 0, 2, 2, 1]);
    const [one, three, none, two, other, last] = judged as [number, number, number, number, number, number];
    const [near = 0, far = 0] = frames;
    const order = [far, none, one, last, near, two, other, three, share, end];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
    expect(hit).toBe(three);
  });

  it('with wide scoring there is one frame more, and four on the spot (rule 14.2)', () => {
    const { frames, judged, hit } = revealTimes([1, 2, 3, 4], 4);
    const order = [frames[2], judged[0], frames[1], judged[1], frames[0], judged[2], judged[3]].map(Number);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect([frames.length, hit]).toEqual([3, judged[3]]);
    expect(
      revealTimes(
        Array.from({ length: 30 }, (_, i) => i % 5),
        4,
      ).end,
    ).toBeLessThan(5_000);
  });

  it('takes three to five seconds, which the shortest clock of a reveal leaves it, with however many markers', () => {
    for (const count of [0, 1, 4, 9, 18, 30]) {
      for (const ring of [0, 1, 2, 3, null]) {
        const points = Array.from({ length: count }, (_, index) => ring ?? index % 4);
        const { end } = revealTimes(points);
        expect(end).toBeGreaterThanOrEqual(3_000);
        expect(end).toBeLessThanOrEqual(PRESETS.party.revealMs - 1_000);
      }
    }
  });

  it('celebrates nothing where nobody is on the spot', () => {
    expect(revealTimes([0, 1, 2]).hit).toBeNull();
  });
});
