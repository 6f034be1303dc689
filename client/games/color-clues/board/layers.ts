/** The objects of the scene, from the bottom up, and how a model becomes what they show. */

import * as Phaser from 'phaser';
import { drawTexture, fillCorners, grow, type Stroke, strokeBox } from './draw.ts';
import { cellRect, type Rect } from './geometry.ts';
import type { PaintModel } from './model.ts';
import type { Motion } from './motion.ts';
import { paintPixels } from './palette.ts';
import { createPieces } from './pieces.ts';
import { snap } from './snap.ts';
import { createTarget } from './target.ts';

export interface Layers {
  /** Shows a model; only what differs from the last one is made anew. */
  show(model: PaintModel): void;
}

/** Corner radius of the colored area. */
const CORNER = 8;

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
  const target = createTarget(scene, motion);
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

  return {
    show(model) {
      if (model === last) return;
      // Skipped, or the next round has begun.
      if (last?.isRevealing && !model.isRevealing) motion.finish();
      showGround(model);
      showLines(model);
      target.show(model, last);
      pieces.show(model, last);
      last = model;
    },
  };
}
