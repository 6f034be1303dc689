/** Markers and the points beside them. */

import type * as Phaser from 'phaser';
import type { BoardMarker, PaintModel } from './model.ts';
import { easeOutBack, type Motion } from './motion.ts';
import { revealTimes } from './reveal.ts';
import { markerSpot } from './stack.ts';
import { badgeSize, paintBadge, paintMarker } from './stickers.ts';

const DROP_MS = 160;
const JUDGE_MS = 280;
/** How much a marker grows for a moment when it gets one, two, three points. */
const JUMPS = [0.15, 0.3, 0.6];
/** How much of itself a marker loses that is too far away. */
const DIMMED = 0.45;

const within = (progress: number): number => Math.max(0, Math.min(1, progress));

interface Piece {
  readonly marker: Phaser.GameObjects.Image;
  readonly badge: Phaser.GameObjects.Image;
  shown: BoardMarker;
  /** Progress of the movements; 1 at rest. May pass 1 a little before settling. */
  drop: number;
  /** Of being judged: its points, or fading when it is too far away. */
  judge: number;
}

export interface Pieces {
  show(model: PaintModel, last: PaintModel | null): void;
}

const keyOf = ({ marker, initial, cell, label }: BoardMarker) => `${marker} ${initial} ${cell} ${label}`;

export function createPieces(scene: Phaser.Scene, motion: Motion): Pieces {
  const pieces = new Map<string, Piece>();

  /** A texture under this key, made at its first use. */
  const texture = (key: string, make: () => HTMLCanvasElement) => {
    if (!scene.textures.exists(key)) scene.textures.addCanvas(key, make());
    return key;
  };

  let model: PaintModel;

  const create = (shown: BoardMarker): Piece => ({
    shown,
    marker: scene.add.image(0, 0, '__DEFAULT').setDepth(10),
    badge: scene.add.image(0, 0, '__DEFAULT').setDepth(20).setVisible(false),
    drop: 1,
    judge: 1,
  });

  const place = (piece: Piece) => {
    const { layout, view, dpr, font } = model;
    const marker = piece.shown;
    const spot = markerSpot(layout, view, marker, model.markers);
    const { size } = spot;
    // Exact at rest on the whole board, in steps while zooming: few textures, no visible difference.
    const raster = (css: number) =>
      view.zoom === 1 ? Math.round(css * dpr) : Math.ceil((css * dpr) / 8) * 8;
    const pixels = raster(size);
    const { points } = marker;
    const jump =
      points === null || points === 0 ? 0 : JUMPS[points - 1]! * Math.sin(Math.PI * within(piece.judge));
    const scale = (size / pixels) * (1.6 - 0.6 * piece.drop + jump);
    const corner = (middle: number) => Math.round((middle - size / 2) * dpr) / dpr + size / 2;
    const x = corner(spot.x);
    const y = corner(spot.y);
    piece.marker
      .setTexture(
        texture(`m ${marker.marker} ${marker.initial} ${pixels} ${font}`, () =>
          paintMarker(marker.marker, marker.initial, pixels, font),
        ),
      )
      .setPosition(x, y)
      .setScale(scale)
      .setDepth(marker.isMine ? 11 : 10)
      .setAlpha((marker.isDimmed ? 1 - DIMMED * within(piece.judge) : 1) * Math.min(1, piece.drop * 2));
    // Nothing won needs no badge: the dimmed marker says so. Those on one cell have won the same.
    const hasBadge = points !== null && points > 0 && spot.isCorner;
    piece.badge.setVisible(hasBadge && piece.judge > 0);
    if (!hasBadge) return;
    const badge = badgeSize(size);
    const badgePixels = raster(badge);
    piece.badge
      .setTexture(texture(`p ${points} ${badgePixels} ${font}`, () => paintBadge(points, badgePixels, font)))
      .setPosition(x + size * 0.42, y - size * 0.38)
      .setScale((badge / badgePixels) * piece.judge);
  };

  return {
    show(next, last) {
      model = next;
      const { markers, highest, reducedMotion } = model;
      const before = new Map(last?.markers.map((marker) => [keyOf(marker), marker]));
      const wanted = new Set(markers.map(keyOf));
      for (const [key, piece] of pieces) {
        if (wanted.has(key)) continue;
        motion.finish(`drop ${key}`);
        motion.finish(`judge ${key}`);
        piece.marker.destroy();
        piece.badge.destroy();
        pieces.delete(key);
      }
      const { judged } = revealTimes(
        markers.map(({ points }) => points ?? 0),
        highest,
      );
      for (const [order, marker] of markers.entries()) {
        const key = keyOf(marker);
        let piece = pieces.get(key);
        const isNew = piece === undefined;
        piece ??= create(marker);
        piece.shown = marker;
        pieces.set(key, piece);
        const moving = piece;
        // What was there when the board was opened does not fall: only what happens now.
        if (isNew && last && !reducedMotion) {
          motion.run(`drop ${key}`, DROP_MS, 0, (t) => {
            moving.drop = easeOutBack(t);
            place(moving);
          });
        }
        const isJudged =
          last !== null && marker.points !== null && (before.get(key)?.points ?? null) === null;
        if (isJudged && !reducedMotion) {
          motion.run(`judge ${key}`, JUDGE_MS, judged[order] ?? 0, (t) => {
            moving.judge = easeOutBack(t);
            place(moving);
          });
        }
        place(piece);
      }
    },
  };
}
