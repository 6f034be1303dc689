import { expect, it } from 'vitest';
import { cellRect, layoutOf, markerSize, WHOLE } from './geometry.ts';
import { revealView } from './reveal.ts';

const TARGET = 9 * 30 + 17;
const phone = layoutOf(360, 492, true, false);

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
