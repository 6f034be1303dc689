/** The objects of the scene, from the bottom up, and how a model becomes what they show. */

import * as Phaser from 'phaser';
import { dashBox, drawTexture, fillCorners, grow, type Stroke, strokeBox } from './draw.ts';
import { cellRect, frameRect, type Rect } from './geometry.ts';
import type { PaintModel } from './model.ts';
import { easeOutBack, type Motion } from './motion.ts';
import { paintPixels } from './palette.ts';
import { createPieces } from './pieces.ts';

export interface Layers {
  /** Shows a model; only what differs from the last one is made anew. */
  show(model: PaintModel): void;
}

/** Corner radius of the colored area. */
const CORNER = 8;
const FRAME_MS = 240;

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

/** A rectangle whose line of this width falls on whole device pixels. */
function crisp(rect: Rect, width: number, dpr: number): Rect {
  const snapped = snap(rect, dpr);
  return Math.round(width * dpr) % 2 === 1 ? grow(snapped, 0.5 / dpr) : snapped;
}

export function createLayers(scene: Phaser.Scene, motion: Motion): Layers {
  const { add, textures } = scene;
  for (const isUpright of [false, true]) {
    const canvas = document.createElement('canvas');
    paintPixels(canvas, isUpright);
    textures.addCanvas(isUpright ? 'upright' : 'flat', canvas)?.setFilter(Phaser.Textures.FilterMode.NEAREST);
  }
  const board = add.image(0, 0, 'flat').setOrigin(0, 0);
  const texture = add.graphics();
  const corners = add.graphics().setBlendMode(Phaser.BlendModes.ERASE);
  const cards = add.graphics();
  const target = add.graphics();
  const pieces = createPieces(scene, motion);
  const aim = add.graphics().setDepth(30);
  let last: PaintModel | null = null;
  let textured = '';

  const showGround = ({ layout, view, hasTexture, dpr }: PaintModel) => {
    const { area } = layout;
    const rect = snap(
      { x: area.x + view.dx, y: area.y + view.dy, w: area.w * view.zoom, h: area.h * view.zoom },
      dpr,
    );
    board.setTexture(layout.isUpright ? 'upright' : 'flat');
    board.setPosition(rect.x, rect.y).setDisplaySize(rect.w, rect.h);
    corners.clear();
    if (view.zoom === 1) fillCorners(corners, rect, CORNER);
    const wanted = hasTexture ? `${area.x} ${area.y} ${area.w} ${area.h} ${layout.isUpright}` : '';
    if (wanted !== textured) {
      textured = wanted;
      texture.clear();
      if (hasTexture) drawTexture(texture, layout);
    }
    // Drawn once for the whole board; zoom only moves and enlarges it.
    texture.setScale(view.zoom);
    texture.setPosition(area.x * (1 - view.zoom) + view.dx, area.y * (1 - view.zoom) + view.dy);
  };

  const showLines = ({ layout, view, dpr, cardCells, chosen, cursor, mode, isStrong }: PaintModel) => {
    const outline = (
      g: Phaser.GameObjects.Graphics,
      cell: number,
      room: number,
      radius: number,
      stroke: Stroke,
    ) => {
      const black = Math.max(1, Math.round(stroke.black * dpr)) / dpr;
      const rect = crisp(grow(cellRect(layout, view, cell), room), black, dpr);
      strokeBox(g, rect, radius, { black, white: stroke.white });
    };
    cards.clear();
    for (const cell of cardCells) {
      if (cell !== chosen) outline(cards, cell, 0, 3, { black: isStrong ? 2 : 1, white: isStrong ? 2 : 1 });
    }
    aim.clear();
    if (cursor !== null && cursor !== chosen) outline(aim, cursor, 1, 4, { black: 1.5, white: 1 });
    if (chosen === null) return;
    const isAim = mode === 'aim';
    // The opening is the cell alone, so that only the chosen color is seen inside.
    outline(aim, chosen, isAim ? 3.5 : 2, isAim ? 6 : 5, {
      black: isStrong ? 4 : 3,
      white: isStrong ? 3 : 2,
    });
  };

  const showTarget = ({ layout, view, dpr, frame, isStrong, reducedMotion }: PaintModel) => {
    target.clear();
    if (frame === null) return;
    const center = cellRect(layout, view, frame);
    const x = center.x + center.w / 2;
    const y = center.y + center.h / 2;
    const around = (steps: number) => {
      const rect = snap(frameRect(layout, view, frame, steps), dpr);
      return { ...rect, x: rect.x - x, y: rect.y - y };
    };
    const more = isStrong ? 1.5 : 1;
    dashBox(target, around(2), 6, { black: 2 * more, white: 2 * more });
    strokeBox(target, around(1), 6, { black: 2.5 * more, white: 2 * more });
    target.setPosition(x, y);
    if (last && last.frame !== frame && !reducedMotion) {
      motion.run('target', FRAME_MS, 0, (t) => {
        target.setScale(1.35 - 0.35 * easeOutBack(t)).setAlpha(Math.min(1, t * 3));
      });
    } else if (reducedMotion) motion.finish('target');
  };

  return {
    show(model) {
      if (model === last) return;
      showGround(model);
      showLines(model);
      showTarget(model);
      pieces.show(model, last);
      last = model;
    },
  };
}
