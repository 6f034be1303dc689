/** How the board comes closer at the reveal. Pure. */

import {
  cellRect,
  centerOn,
  frameRect,
  type Layout,
  MAX_ZOOM,
  markerSize,
  type Point,
  spotOf,
  type View,
  WHOLE,
} from './geometry.ts';

/** Cells around the target that matter: the dashed frame and one more. */
const AROUND = 3;
const MOST = 2;
/** Cells smaller than this share of a marker lie under the marks, even of one marker alone: a flat board on a phone. */
const SMALL = 0.6;
/** What the frames take of such a board at most. */
const FILL = 0.8;

function isWithin(a: number, b: number, steps: number): boolean {
  const one = spotOf(a, false);
  const two = spotOf(b, false);
  return Math.max(Math.abs(one.col - two.col), Math.abs(one.row - two.row)) <= steps;
}

/** The view for a revealed target: closer only if markers near it would cover each other, or the target. */
export function revealView(layout: Layout, target: number, markers: readonly { cell: number }[]): View {
  const near = markers.filter(({ cell }) => isWithin(cell, target, AROUND));
  const isTight = near.some((a, i) => near.some((b, j) => j > i && isWithin(a.cell, b.cell, 1)));
  const { w, h } = cellRect(layout, WHOLE, target);
  const marker = markerSize(layout, WHOLE);
  const isSmall = Math.min(w, h) < SMALL * marker;
  if (!isTight && !(isSmall && near.length > 0)) return WHOLE;
  // Cells grow with the zoom, markers by 0.3 of it: solved for cells of nine tenths of a marker.
  const zoom = (0.63 * marker) / Math.max(1, Math.min(w, h) - 0.27 * marker);
  const { area } = layout;
  const across = 2 * AROUND - 1;
  const filling = FILL * Math.min(area.w / (across * w), area.h / (across * h));
  const most = isSmall ? Math.max(MOST, Math.min(MAX_ZOOM, filling)) : MOST;
  return centerOn(layout, target, Math.min(most, Math.max(1, zoom)));
}

/**
 * Middle of the revealed color's name: on the upper edge of the dashed frame or on the lower one, where it covers fewer
 * markers, whole on the board.
 */
export function nameSpot(
  layout: Layout,
  view: View,
  target: number,
  name: { w: number; h: number },
  markers: readonly { cell: number }[],
): Point {
  const cell = cellRect(layout, view, target);
  const far = frameRect(layout, view, target, 2);
  const least = name.w / 2;
  const x = Math.max(least, Math.min(cell.x + cell.w / 2, layout.width - least));
  const marker = markerSize(layout, view);
  const coveredAt = (y: number): number =>
    markers.filter((each) => {
      const at = cellRect(layout, view, each.cell);
      const [dx, dy] = [at.x + at.w / 2 - x, at.y + at.h / 2 - y];
      return Math.abs(dx) < (name.w + marker) / 2 && Math.abs(dy) < (name.h + marker) / 2;
    }).length;
  const { area } = layout;
  const [above, below] = [far.y, far.y + far.h];
  if (above - name.h / 2 <= area.y) return { x, y: below };
  const isRoomBelow = below + name.h / 2 < area.y + area.h;
  return { x, y: isRoomBelow && coveredAt(below) < coveredAt(above) ? below : above };
}

/** The color alone is marked and named, ms. */
export const MARK_MS = 900;
/** How long a frame takes to close in, ms. */
export const CLOSE_MS = 400;
/** Between the judging of two markers; less when there are many, ms. */
const NEXT_MS = 220;
const ALL_MS = 1_200;
/** Before markers on the spot are judged, and how long such a hit is celebrated, ms. */
const SUSPENSE_MS = 200;
export const HIT_MS = 500;
/** From the last marker to the share of whoever said the clue, and from there to the end, ms. */
const SHARE_MS = 250;
const REST_MS = 500;
/** A round in which nobody scores takes its time, too, ms. */
const LEAST_MS = 3_000;

/** When what is shown, ms after the reveal began. All is over before the shortest clock of a reveal. */
export interface RevealTimes {
  /** When the frame one step away from the color begins to close in, that two steps away, and so on outward. */
  readonly frames: readonly number[];
  /** When each marker is judged, in the order given. */
  readonly judged: readonly number[];
  /** When a marker on the spot is celebrated; null without one. */
  readonly hit: number | null;
  /** When the giver's share is counted. */
  readonly share: number;
  readonly end: number;
}

/** From far to near: what is too far away, the frames from the outermost on, the spot; last the giver's share. */
export function revealTimes(points: readonly number[], highest: 3 | 4 = 3): RevealTimes {
  const scored = points.filter((each) => each > 0).length;
  const next = Math.min(NEXT_MS, ALL_MS / Math.max(1, scored));
  let now = MARK_MS;
  const judged: number[] = points.map(() => MARK_MS + CLOSE_MS);
  const judge = (ring: number) => {
    for (const [index, each] of points.entries()) {
      if (each !== ring) continue;
      judged[index] = now;
      now += next;
    }
  };
  const frames: number[] = [];
  for (let ring = 1; ring < highest; ring++) {
    frames.unshift(now);
    now += CLOSE_MS;
    if (ring === 1 && points.includes(0)) now += next;
    judge(ring);
  }
  const isHit = points.includes(highest);
  const hit = isHit ? now + SUSPENSE_MS : null;
  if (hit !== null) {
    now = hit;
    judge(highest);
    now = Math.max(now, hit + HIT_MS);
  }
  const share = Math.max(LEAST_MS - REST_MS, now + SHARE_MS);
  return { frames, judged, hit, share, end: share + REST_MS };
}
