/** The revealed color: its ring and name, and the frames that say what each distance brings. */

import type * as Phaser from 'phaser';
import { nameOf } from '../store/cells.ts';
import { dashBox, grow, strokeBox } from './draw.ts';
import { cellRect, frameRect, type Rect } from './geometry.ts';
import type { PaintModel } from './model.ts';
import { easeInOut, easeOutBack, type Motion } from './motion.ts';
import { coordinateOf } from './palette.ts';
import { CLOSE_MS, HIT_MS, MARK_MS, nameSpot, revealTimes } from './reveal.ts';
import { snap } from './snap.ts';
import { stackBox } from './stack.ts';
import { paintLabel } from './stickers.ts';

const DROP_MS = 240;
/** How far out a frame begins to close in, in sizes of itself. */
const FROM = 3.2;
/** Rays of a hit. */
const RAYS = 14;
/** How dark the rest of the board gets while the points are counted. */
const VEIL = 0.45;
const LABEL = 20;
const TAG = 15;

export interface Target {
  show(model: PaintModel, last: PaintModel | null): void;
}

/** What lies outside of a rectangle within another one. */
function around({ x, y, w, h }: Rect, area: Rect): Rect[] {
  const [right, bottom] = [area.x + area.w, area.y + area.h];
  return [
    { x: area.x, y: area.y, w: area.w, h: y - area.y },
    { x: area.x, y: y + h, w: area.w, h: bottom - y - h },
    { x: area.x, y, w: x - area.x, h },
    { x: x + w, y, w: right - x - w, h },
  ].filter((rect) => rect.w > 0 && rect.h > 0);
}

/** Strokes that fly from the spot, white inside black so that they are seen on every color. */
function drawRays(g: Phaser.GameObjects.Graphics, { x, y }: { x: number; y: number }, t: number): void {
  g.clear()
    .setPosition(x, y)
    .setAlpha(1 - t ** 3);
  if (t === 0 || t === 1) return;
  const [from, to] = [20 + 46 * t, 26 + 60 * Math.sqrt(t)];
  for (const [width, color] of [
    [5, 0x000000],
    [2.5, 0xffffff],
  ] as const) {
    g.lineStyle(width, color, 1);
    for (let ray = 0; ray < RAYS; ray++) {
      const [dx, dy] = [Math.cos((ray * 2 * Math.PI) / RAYS), Math.sin((ray * 2 * Math.PI) / RAYS)];
      g.lineBetween(dx * from, dy * from, dx * to, dy * to);
    }
  }
}

export function createTarget(scene: Phaser.Scene, motion: Motion): Target {
  const veil = scene.add.graphics();
  const frames = [3, 2, 1].map((steps) => ({
    steps,
    g: scene.add.graphics(),
    tag: scene.add.image(0, 0, '__DEFAULT'),
  }));
  const spot = scene.add.graphics().setDepth(15);
  const rays = scene.add.graphics().setDepth(18);
  const label = scene.add.image(0, 0, '__DEFAULT');
  const all = [veil, spot, rays, label, ...frames.flatMap(({ g, tag }) => [g, tag])];
  for (const { tag } of frames) tag.setDepth(16);
  label.setDepth(25);

  const sticker = (image: Phaser.GameObjects.Image, text: string, css: number, { dpr, font }: PaintModel) => {
    const pixels = Math.round(css * dpr);
    const key = `l ${text} ${pixels} ${font}`;
    if (!scene.textures.exists(key)) scene.textures.addCanvas(key, paintLabel(text, pixels, font));
    image.setTexture(key).setScale(css / pixels);
  };

  const draw = (model: PaintModel, target: number) => {
    const { layout, view, dpr, isStrong, markers, highest } = model;
    const more = isStrong ? 1.5 : 1;
    const middle = cellRect(layout, view, target);
    const [x, y] = [middle.x + middle.w / 2, middle.y + middle.h / 2];
    const centered = (rect: Rect) => ({ ...rect, x: rect.x - x, y: rect.y - y });
    const far = frameRect(layout, view, target, highest - 1);
    veil.clear().fillStyle(0x000000, 1);
    for (const rect of around(far, layout.area)) veil.fillRect(rect.x, rect.y, rect.w, rect.h);
    for (const { steps, g, tag } of frames) {
      const rect = snap(frameRect(layout, view, target, steps), dpr);
      g.clear().setPosition(x, y);
      if (steps === highest - 1) dashBox(g, centered(rect), 6, { black: 2 * more, white: 2 * more });
      else strokeBox(g, centered(rect), 6, { black: 2.5 * more, white: 2 * more });
      sticker(tag, String(highest - steps), TAG, model);
      tag.setPosition(rect.x, rect.y + rect.h);
    }
    // Around the markers, should some be on the spot.
    const hit = stackBox(layout, view, target, markers) ?? { w: 0, h: 0 };
    const ring = grow(middle, 2);
    const [w, h] = [Math.max(ring.w, hit.w + 4), Math.max(ring.h, hit.h + 4)];
    spot.clear().setPosition(x, y);
    strokeBox(spot, { x: -w / 2, y: -h / 2, w, h }, 6, { black: 3 * more, white: 2.5 * more });
    // As long as nothing is judged there is room for its whole name.
    const name = motion.isRunning('name') ? ` ${nameOf(target)}` : '';
    sticker(label, `${coordinateOf(target)}${name}`, LABEL, model);
    const at = nameSpot(layout, view, target, { w: label.displayWidth, h: LABEL }, markers);
    label.setPosition(at.x, at.y);
  };

  return {
    show(model, last) {
      const { frame, highest, reducedMotion } = model;
      for (const each of all) each.setVisible(frame !== null);
      for (const { steps, g, tag } of frames)
        for (const each of [g, tag]) each.setVisible(frame !== null && steps < highest);
      if (frame === null) return;
      draw(model, frame);
      veil.setAlpha(motion.isRunning('veil') ? veil.alpha : 0);
      if (!motion.isRunning('rays')) rays.clear();
      const isNew = last !== null && last.frame !== frame;
      if (!isNew || reducedMotion) {
        if (reducedMotion) motion.finish();
        return;
      }
      const times = revealTimes(
        model.markers.map(({ points }) => points ?? 0),
        highest,
      );
      motion.run('name', MARK_MS, 0, (t) => {
        if (t === 0 || t === 1) draw(model, frame);
      });
      motion.run('target spot', DROP_MS, 0, (t) => {
        spot.setScale(1.35 - 0.35 * easeOutBack(t)).setAlpha(Math.min(1, t * 3));
        label.setAlpha(Math.min(1, t * 3));
      });
      for (const { steps, g, tag } of frames) {
        motion.run(`target ${steps}`, CLOSE_MS, times.frames[steps - 1] ?? 0, (t) => {
          g.setScale(FROM - (FROM - 1) * easeInOut(t)).setAlpha(Math.min(1, t * 3));
          tag.setAlpha(Math.max(0, t * 3 - 2));
        });
      }
      if (times.hit !== null) motion.run('rays', HIT_MS, times.hit, (t) => drawRays(rays, spot, t));
      motion.run('veil', times.end, 0, (t) => veil.setAlpha(VEIL * Math.min(1, t * 12, (1 - t) * 8)));
    },
  };
}
