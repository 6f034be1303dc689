/**
 * Where everything is. Pure: sizes in, rectangles out; all numbers are CSS pixels relative to the board element.
 *
 * A {@link Layout} follows from the size of the element; a {@link View} is what zoom and pan make of it. Painter,
 * DOM grid, labels and pointer all ask the same functions, so what is seen and what is hit cannot differ.
 */

import { CELLS, COLUMNS, ROWS } from '../../../../shared/games/color-clues/board.ts';

/** Columns and rows of the board of the rules, whichever way it is turned on the screen. */
export const HUES = COLUMNS;
export const SHADES = ROWS;
export { CELLS };
export const MAX_ZOOM = 3;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly w: number;
  readonly h: number;
}

/** A cell as seen: column and row on the screen, whichever way the board is turned. */
export interface Spot {
  readonly col: number;
  readonly row: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** A–P across, 1–30 down (a phone held upright). */
  readonly isUpright: boolean;
  readonly cols: number;
  readonly rows: number;
  /** The colored area, without the gutters for labels. */
  readonly area: Rect;
  /** Where the words of the hue families go; null when they are off. */
  readonly bands: Rect | null;
}

/** `zoom` 1–3; `dx`, `dy`: offset of the enlarged board inside the area, never positive. */
export interface View {
  readonly zoom: number;
  readonly dx: number;
  readonly dy: number;
}

export const WHOLE: View = { zoom: 1, dx: 0, dy: 0 };

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** The layout of a board element of this size. Narrow boards have smaller gutters. */
export function layoutOf(width: number, height: number, isUpright: boolean, hasBands: boolean): Layout {
  const isSmall = width < 480;
  const left = isSmall ? 22 : 30;
  const top = isSmall ? 18 : 26;
  const edge = isSmall ? 6 : 12;
  const band = hasBands ? (isUpright ? 42 : 18) : 0;
  const area = {
    x: left,
    y: top + (isUpright ? 0 : band),
    w: Math.max(0, width - left - edge - (isUpright ? band : 0)),
    h: Math.max(0, height - top - edge - (isUpright ? 0 : band)),
  };
  const strip = isUpright
    ? { x: area.x + area.w + 3, y: area.y, w: band, h: area.h }
    : { x: area.x, y: 5, w: area.w, h: band };
  return {
    width,
    height,
    isUpright,
    cols: isUpright ? SHADES : HUES,
    rows: isUpright ? HUES : SHADES,
    area,
    bands: hasBands ? strip : null,
  };
}

/** Column and row on the screen of a cell. */
export function spotOf(cell: number, isUpright: boolean): Spot {
  const shade = Math.floor(cell / HUES);
  const hue = cell % HUES;
  return isUpright ? { col: shade, row: hue } : { col: hue, row: shade };
}

/** The cell at a column and row of the screen. */
export function cellAt(spot: Spot, isUpright: boolean): number {
  return isUpright ? spot.col * HUES + spot.row : spot.row * HUES + spot.col;
}

/** Size of one cell as shown. */
function cellSize(layout: Layout, view: View): { w: number; h: number } {
  return { w: (layout.area.w * view.zoom) / layout.cols, h: (layout.area.h * view.zoom) / layout.rows };
}

/** Rectangle of `cols` × `rows` cells from a spot, as shown (it may lie outside the area when zoomed). */
export function spotRect(layout: Layout, view: View, spot: Spot, cols = 1, rows = 1): Rect {
  const { w, h } = cellSize(layout, view);
  return {
    x: layout.area.x + view.dx + spot.col * w,
    y: layout.area.y + view.dy + spot.row * h,
    w: w * cols,
    h: h * rows,
  };
}

/** Rectangle of a cell as shown. */
export function cellRect(layout: Layout, view: View, cell: number): Rect {
  return spotRect(layout, view, spotOf(cell, layout.isUpright));
}

/** The square of cells up to `steps` around a cell, cut at the board's edge. */
export function frameRect(layout: Layout, view: View, cell: number, steps: number): Rect {
  const { col, row } = spotOf(cell, layout.isUpright);
  const left = Math.max(0, col - steps);
  const top = Math.max(0, row - steps);
  const right = Math.min(layout.cols - 1, col + steps);
  const bottom = Math.min(layout.rows - 1, row + steps);
  return spotRect(layout, view, { col: left, row: top }, right - left + 1, bottom - top + 1);
}

/**
 * The cell under a point, or null outside the colored area. With `isClamped` the nearest cell instead: a drag that
 * leaves the board goes on aiming along its edge.
 */
export function hitTest(layout: Layout, view: View, point: Point, isClamped = false): number | null {
  const { area, cols, rows } = layout;
  if (area.w <= 0 || area.h <= 0) return null;
  const x = point.x - area.x;
  const y = point.y - area.y;
  if (!isClamped && (x < 0 || y < 0 || x >= area.w || y >= area.h)) return null;
  const size = cellSize(layout, view);
  const col = clamp(Math.floor((clamp(x, 0, area.w - 0.01) - view.dx) / size.w), 0, cols - 1);
  const row = clamp(Math.floor((clamp(y, 0, area.h - 0.01) - view.dy) / size.h), 0, rows - 1);
  return cellAt({ col, row }, layout.isUpright);
}

/** The same view held inside its bounds: no ground is ever seen beside the board. */
export function clampView(layout: Layout, view: View): View {
  const zoom = clamp(view.zoom, 1, MAX_ZOOM);
  return {
    zoom,
    dx: clamp(view.dx, layout.area.w * (1 - zoom), 0) || 0,
    dy: clamp(view.dy, layout.area.h * (1 - zoom), 0) || 0,
  };
}

/** Zoom to `zoom` so that the point of the board that was under `from` comes to lie under `to`. */
export function zoomAround(layout: Layout, view: View, zoom: number, from: Point, to: Point = from): View {
  const next = clamp(zoom, 1, MAX_ZOOM);
  const scale = next / view.zoom;
  const { x, y } = layout.area;
  return clampView(layout, {
    zoom: next,
    dx: to.x - x - (from.x - x - view.dx) * scale,
    dy: to.y - y - (from.y - y - view.dy) * scale,
  });
}

/** The view moved as little as possible so that the cell and `margin` cells around it are seen. */
export function ensureVisible(layout: Layout, view: View, cell: number, margin = 1): View {
  const { area } = layout;
  const rect = frameRect(layout, view, cell, margin);
  const left = Math.max(0, area.x - rect.x);
  const right = Math.max(0, rect.x + rect.w - area.x - area.w);
  const top = Math.max(0, area.y - rect.y);
  const bottom = Math.max(0, rect.y + rect.h - area.y - area.h);
  return clampView(layout, { ...view, dx: view.dx + left - right, dy: view.dy + top - bottom });
}

/** The view that centers a cell at a zoom. */
export function centerOn(layout: Layout, cell: number, zoom: number): View {
  const rect = cellRect(layout, WHOLE, cell);
  const { area } = layout;
  const middle = { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
  return zoomAround(layout, WHOLE, zoom, middle, { x: area.x + area.w / 2, y: area.y + area.h / 2 });
}

/** The own markers are a little larger, where there is room. */
const MINE = 1.12;
/** Widest marker in distances to its next neighbor: then none covers the initial of another. */
const CROWDED = 1.25;

/**
 * Diameter of one marker among others (cells, its own may be with them): as large as it can be without covering their
 * initials.
 */
export function markerSizeAmong(
  layout: Layout,
  view: View,
  marker: { readonly cell: number; readonly isMine: boolean },
  cells: readonly number[],
): number {
  const wanted = markerSize(layout, view) * (marker.isMine ? MINE : 1);
  const { x, y } = cellRect(layout, view, marker.cell);
  const nearest = cells.reduce((least, cell) => {
    if (cell === marker.cell) return least;
    const other = cellRect(layout, view, cell);
    return Math.min(least, Math.max(Math.abs(other.x - x), Math.abs(other.y - y)));
  }, Number.POSITIVE_INFINITY);
  return Math.min(wanted, CROWDED * nearest);
}

/** Diameter of a marker that stands alone: readable at any size, and growing more slowly than the cells when zoomed. */
export function markerSize(layout: Layout, view: View): number {
  const { w, h } = cellSize(layout, WHOLE);
  const base = clamp(1.33 * Math.sqrt(w * h), 22, 44);
  return base * (1 + (view.zoom - 1) * 0.3);
}
