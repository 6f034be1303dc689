import type { Rect } from './geometry.ts';

/** Rounds to whole device pixels, so that straight lines stay sharp. */
export function snap(rect: Rect, dpr: number): Rect {
  const x = Math.round(rect.x * dpr) / dpr;
  const y = Math.round(rect.y * dpr) / dpr;
  return {
    x,
    y,
    w: Math.round((rect.x + rect.w) * dpr) / dpr - x,
    h: Math.round((rect.y + rect.h) * dpr) / dpr - y,
  };
}
