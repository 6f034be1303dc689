/** Lines on the board: frames, outlines, textures. Each function only adds to the graphics it is given. */

import type { GameObjects } from 'phaser';
import { FAMILIES, familyOf } from '../../../../shared/games/color-clues/cell-names.ts';
import { CELLS, cellAt, cellRect, type Layout, type Rect, spotOf, spotRect, WHOLE } from './geometry.ts';
import { GLYPHS } from './glyphs.ts';
import { isPale } from './palette.ts';

type Graphics = GameObjects.Graphics;

const BLACK = 0x000000;
const WHITE = 0xffffff;

/** Widths of the black line and of the white beside it. */
export interface Stroke {
  readonly black: number;
  readonly white: number;
}

/** A rectangle grown on all sides. */
export const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  w: rect.w + 2 * by,
  h: rect.h + 2 * by,
});

/** Black inside white, seen on every color. */
export function strokeBox(g: Graphics, rect: Rect, radius: number, { black, white }: Stroke): void {
  g.lineStyle(black + 2 * white, WHITE, 1);
  g.strokeRoundedRect(rect.x, rect.y, rect.w, rect.h, radius);
  g.lineStyle(black, BLACK, 1);
  g.strokeRoundedRect(rect.x, rect.y, rect.w, rect.h, radius);
}

/** The same, with the black line in dashes; corners are always drawn. */
export function dashBox(g: Graphics, rect: Rect, radius: number, { black, white }: Stroke): void {
  g.lineStyle(black + 2 * white, WHITE, 1);
  g.strokeRoundedRect(rect.x, rect.y, rect.w, rect.h, radius);
  g.lineStyle(black, BLACK, 1);
  const { x, y, w, h } = rect;
  const side = (x0: number, y0: number, x1: number, y1: number) => {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const dash = black * 2.6;
    // An odd number of equal steps, gap first, so that both ends meet a drawn corner.
    const steps = Math.max(1, Math.round((length / dash - 1) / 2)) * 2 + 1;
    for (let i = 1; i < steps; i += 2) {
      const from = i / steps;
      const to = (i + 1) / steps;
      g.lineBetween(x0 + (x1 - x0) * from, y0 + (y1 - y0) * from, x0 + (x1 - x0) * to, y0 + (y1 - y0) * to);
    }
  };
  side(x + radius, y, x + w - radius, y);
  side(x + radius, y + h, x + w - radius, y + h);
  side(x, y + radius, x, y + h - radius);
  side(x + w, y + radius, x + w, y + h - radius);
  const corner = (cx: number, cy: number, from: number) => {
    g.beginPath();
    g.arc(cx, cy, radius, from, from + Math.PI / 2);
    g.strokePath();
  };
  corner(x + w - radius, y + h - radius, 0);
  corner(x + radius, y + h - radius, Math.PI / 2);
  corner(x + radius, y + radius, Math.PI);
  corner(x + w - radius, y + radius, Math.PI * 1.5);
}

/** Fills what lies outside rounded corners; with the erasing blend mode this rounds the picture. */
export function fillCorners(g: Graphics, { x, y, w, h }: Rect, radius: number): void {
  g.fillStyle(BLACK, 1);
  const corner = (cornerX: number, cornerY: number, signX: number, signY: number) => {
    g.beginPath();
    g.moveTo(cornerX - signX, cornerY - signY);
    g.lineTo(cornerX + signX * radius, cornerY - signY);
    for (let i = 0; i <= 8; i++) {
      const angle = (i / 8) * (Math.PI / 2);
      g.lineTo(
        cornerX + signX * radius * (1 - Math.sin(angle)),
        cornerY + signY * radius * (1 - Math.cos(angle)),
      );
    }
    g.lineTo(cornerX - signX, cornerY + signY * radius);
    g.closePath();
    g.fillPath();
  };
  corner(x, y, 1, 1);
  corner(x + w, y, -1, 1);
  corner(x, y + h, 1, -1);
  corner(x + w, y + h, -1, -1);
}

/** A sign of its hue family in every cell, and a line wherever two families meet. */
export function drawTexture(g: Graphics, layout: Layout): void {
  const line = (cell: number, width: number, alpha: number) =>
    isPale(cell) ? g.lineStyle(width, BLACK, alpha) : g.lineStyle(width, WHITE, alpha);
  for (let cell = 0; cell < CELLS; cell++) {
    const rect = cellRect(layout, WHOLE, cell);
    const unit = Math.min(rect.w, rect.h) * 0.52;
    const left = rect.x + (rect.w - unit) / 2;
    const top = rect.y + (rect.h - unit) / 2;
    line(cell, Math.max(1, unit * 0.12), 0.42);
    for (const stroke of GLYPHS[FAMILIES.indexOf(familyOf(cell)) % GLYPHS.length] ?? []) {
      g.beginPath();
      for (let i = 0; i < stroke.length; i += 2) {
        const px = left + (stroke[i] ?? 0) * unit;
        const py = top + (stroke[i + 1] ?? 0) * unit;
        if (i === 0) g.moveTo(px, py);
        else g.lineTo(px, py);
      }
      g.strokePath();
    }
  }
  drawBorders(g, layout, line);
}

function drawBorders(
  g: Graphics,
  layout: Layout,
  line: (cell: number, width: number, alpha: number) => void,
): void {
  for (let cell = 0; cell < CELLS; cell++) {
    const { col, row } = spotOf(cell, layout.isUpright);
    const { x, y, w, h } = spotRect(layout, WHOLE, { col, row });
    const family = familyOf(cell);
    const differs = (next: { col: number; row: number }) =>
      next.col < layout.cols && next.row < layout.rows && familyOf(cellAt(next, layout.isUpright)) !== family;
    line(cell, 1.5, 0.75);
    if (differs({ col: col + 1, row })) g.lineBetween(x + w, y, x + w, y + h);
    if (differs({ col, row: row + 1 })) g.lineBetween(x, y + h, x + w, y + h);
  }
}
