/** Where markers are drawn that share a cell, or have it for themselves. Pure. */

import { cellRect, type Layout, markerSizeAmong, type Rect, type View } from './geometry.ts';

interface OnBoard {
  readonly cell: number;
  readonly isMine: boolean;
}

/** Middle and diameter of a marker, CSS pixels. */
export interface MarkerSpot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The one that carries the points of all on its cell. */
  readonly isCorner: boolean;
}

/** Distance of two markers of one stack, in diameters: neither covers the initial of the other. */
const PITCH = 0.82;
/** How much smaller markers are for each further column of their stack. */
const SHRINK = 0.16;

/**
 * The spot of one of `markers`, which it is of itself. Several on one cell stand in rows around its middle, as nearly
 * square as can be, the smaller the more there are.
 */
export function markerSpot(
  layout: Layout,
  view: View,
  marker: OnBoard,
  markers: readonly OnBoard[],
): MarkerSpot {
  const stack = markers.filter(({ cell }) => cell === marker.cell);
  const columns = Math.max(1, Math.ceil(Math.sqrt(stack.length)));
  const rows = Math.ceil(stack.length / columns);
  const index = Math.max(0, stack.indexOf(marker));
  const row = Math.floor(index / columns);
  const inRow = Math.min(columns, stack.length - row * columns);
  const cells = markers.map(({ cell }) => cell);
  const isMine = marker.isMine && stack.length < 2;
  const size =
    markerSizeAmong(layout, view, { cell: marker.cell, isMine }, cells) * (1 - SHRINK * (columns - 1));
  const { x, y, w, h } = cellRect(layout, view, marker.cell);
  return {
    x: x + w / 2 + ((index % columns) - (inRow - 1) / 2) * PITCH * size,
    y: y + h / 2 + (row - (rows - 1) / 2) * PITCH * size,
    size,
    isCorner: index === Math.min(columns, stack.length) - 1,
  };
}

/** What the markers on a cell take up, around its middle; null where there are none. */
export function stackBox(
  layout: Layout,
  view: View,
  cell: number,
  markers: readonly OnBoard[],
): Pick<Rect, 'w' | 'h'> | null {
  const spots = markers
    .filter((marker) => marker.cell === cell)
    .map((marker) => markerSpot(layout, view, marker, markers));
  if (spots.length === 0) return null;
  const extent = (of: (spot: MarkerSpot) => number) =>
    Math.max(...spots.map((spot) => of(spot) + spot.size / 2)) -
    Math.min(...spots.map((spot) => of(spot) - spot.size / 2));
  return { w: extent(({ x }) => x), h: extent(({ y }) => y) };
}
