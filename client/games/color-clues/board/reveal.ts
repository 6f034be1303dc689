/** How the board comes closer at the reveal. Pure. */

import {
  cellRect,
  centerOn,
  frameRect,
  type Layout,
  markerSize,
  type Point,
  spotOf,
  type View,
  WHOLE,
} from './geometry.ts';

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

/** Middle of the revealed color's name: on the edge of the dashed frame, whole on the board. */
export function nameSpot(layout: Layout, view: View, target: number, name: { w: number; h: number }): Point {
  const cell = cellRect(layout, view, target);
  const far = frameRect(layout, view, target, 2);
  const isRoomAbove = far.y - name.h / 2 > layout.area.y;
  const least = name.w / 2;
  const x = Math.max(least, Math.min(cell.x + cell.w / 2, layout.width - least));
  return { x, y: isRoomAbove ? far.y : far.y + far.h };
}

/** When the ring around the color has come to rest, and how long a frame takes to do so, ms. */
const LANDED_MS = 400;
/** Between two markers' points; less when there are many, ms. */
const NEXT_MS = 150;
const ALL_MS = 1_000;

/** When what is shown, ms after the reveal began. */
export interface RevealTimes {
  /** Of the frame one step away from the color, and of that two steps away. */
  readonly frames: readonly [number, number];
  /** Of the points of each marker, in the order given. */
  readonly pops: readonly number[];
  readonly end: number;
}

/** From the color outwards: the ring and what is on the spot, the frame and what is in it, the one around that. */
export function revealTimes(points: readonly number[]): RevealTimes {
  const scored = points.filter((each) => each > 0).length;
  const next = Math.min(NEXT_MS, ALL_MS / Math.max(1, scored));
  const pops: number[] = points.map(() => 0);
  const begins: number[] = [];
  let now = 0;
  for (const ring of [3, 2, 1]) {
    begins.push(now);
    now += LANDED_MS;
    for (const [index, each] of points.entries()) {
      if (each !== ring) continue;
      pops[index] = now;
      now += next;
    }
  }
  return { frames: [begins[1] ?? 0, begins[2] ?? 0], pops, end: now };
}
