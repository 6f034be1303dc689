/** Where the loupe goes. Pure. It never covers the aimed cell nor, on touch, the finger's surroundings. */

import { cellRect, type Layout, type Point, type View } from './geometry.ts';

export const LOUPE_CAPTION = 31;
const EDGE = 6;
/** Distance that a finger needs around the cell. */
const CLEAR = 28;

/** Leaves a multiple of five pixels for the cells beside padding and border, so that no seams show. */
export const loupeWidth = (layout: Layout): number => (layout.width < 480 ? 138 : 173);

export interface LoupeSpot extends Point {
  readonly w: number;
  readonly h: number;
}

/**
 * On a small board in a top corner away from the cell, staying in the corner where it is as long as that is clear;
 * on a large one beside the cell, to the right and above where there is room.
 */
export function placeLoupe(
  layout: Layout,
  view: View,
  cell: number,
  isTouch: boolean,
  last: Point | null,
): LoupeSpot {
  const w = loupeWidth(layout);
  const h = w + LOUPE_CAPTION;
  const rect = cellRect(layout, view, cell);
  const { area } = layout;
  if (layout.width < 480) {
    const left = area.x + EDGE;
    const right = area.x + area.w - EDGE - w;
    const top = area.y + EDGE;
    const bottom = area.y + area.h - EDGE - h;
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
    const stay = corners.filter(({ x, y }) => x === last?.x && y === last.y && y === top);
    const distance = ({ x, y }: Point) =>
      Math.max(x - rect.x - rect.w, rect.x - x - w, y - rect.y - rect.h, rect.y - y - h);
    const order = [...stay, ...corners];
    const corner = order.find((one) => distance(one) >= CLEAR) ?? order.find((one) => distance(one) >= 0);
    return { ...(corner ?? { x: left, y: top }), w, h };
  }
  const gap = isTouch ? 64 : 16;
  const right = Math.round(rect.x + rect.w + gap);
  const isRight = right + w <= layout.width - EDGE;
  const x = isRight ? right : Math.max(EDGE, Math.round(rect.x - gap - w));
  const y = Math.min(Math.max(Math.round(rect.y) - h + 8, EDGE), layout.height - EDGE - h);
  return { x, y, w, h };
}
