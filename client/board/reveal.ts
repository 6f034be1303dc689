/** How the board comes closer at the reveal. Pure. */

import { cellRect, centerOn, type Layout, markerSize, spotOf, type View, WHOLE } from './geometry.ts';

/** Cells around the target that matter: the dashed frame and one more. */
const AROUND = 3;
const MOST = 2;

function isWithin(a: number, b: number, steps: number): boolean {
  const one = spotOf(a, false);
  const two = spotOf(b, false);
  return Math.max(Math.abs(one.col - two.col), Math.abs(one.row - two.row)) <= steps;
}

/** The view for a revealed target: closer only if markers near it would cover each other. */
export function revealView(layout: Layout, target: number, markers: readonly { cell: number }[]): View {
  const near = markers.filter(({ cell }) => isWithin(cell, target, AROUND));
  const isTight = near.some((a, i) => near.some((b, j) => j > i && isWithin(a.cell, b.cell, 1)));
  if (!isTight) return WHOLE;
  const { w, h } = cellRect(layout, WHOLE, target);
  const marker = markerSize(layout, WHOLE);
  // Cells grow with the zoom, markers by 0.3 of it: solved for cells of nine tenths of a marker.
  const zoom = (0.63 * marker) / Math.max(1, Math.min(w, h) - 0.27 * marker);
  return centerOn(layout, target, Math.min(MOST, Math.max(1, zoom)));
}
