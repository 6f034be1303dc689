/**
 * Phaser paints the board. Loaded after the page is usable; draws on demand and sleeps otherwise.
 *
 * Everything is placed in CSS pixels by `geometry.ts`; the camera multiplies by the device's pixel ratio.
 */

import * as Phaser from 'phaser';
import { createLayers, type Layers } from './layers.ts';
import type { Painter, PaintModel } from './model.ts';
import { createMotion } from './motion.ts';

/** Starts Phaser inside an element and resolves when the first picture is there. */
export function createPainter(parent: HTMLElement, first: PaintModel): Promise<Painter> {
  const motion = createMotion(() => performance.now());
  let model = first;
  let layers: Layers | null = null;
  let frame = 0;
  let isDestroyed = false;
  let size = '';

  const pixels = ({ layout, dpr }: PaintModel) => ({
    width: Math.max(1, Math.round(layout.width * dpr)),
    height: Math.max(1, Math.round(layout.height * dpr)),
  });

  const refit = (game: Phaser.Game, scene: Phaser.Scene) => {
    const { width, height } = pixels(model);
    const next = `${width}x${height}@${model.dpr}`;
    if (next === size) return;
    size = next;
    game.scale.setZoom(1 / model.dpr);
    game.scale.resize(width, height);
    // Phaser writes the style only where it differs from the size in pixels: at a ratio of 1 it would keep the old one.
    game.canvas.style.width = `${width / model.dpr}px`;
    game.canvas.style.height = `${height / model.dpr}px`;
    scene.cameras.main.setSize(width, height).setOrigin(0, 0).setZoom(model.dpr);
  };

  return new Promise((resolve) => {
    const game = new Phaser.Game({
      type: Phaser.CANVAS,
      parent,
      scale: { mode: Phaser.Scale.NONE, ...pixels(first), zoom: 1 / first.dpr },
      transparent: true,
      banner: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      render: { antialias: true, roundPixels: false },
      scene: {
        create(this: Phaser.Scene) {
          layers = createLayers(this, motion);
          paint();
          game.events.once(Phaser.Core.Events.POST_RENDER, () => {
            game.loop.sleep();
            request();
            resolve(painter);
          });
        },
      },
    });

    /** One coalesced animation frame; while something moves, one after the other. */
    const request = () => {
      frame ||= requestAnimationFrame((now) => {
        frame = 0;
        paint();
        const isMoving = motion.step(now);
        game.loop.tick();
        if (isMoving) request();
      });
    };

    const paint = () => {
      const scene = game.scene.scenes[0];
      if (!layers || !scene) return;
      refit(game, scene);
      layers.show(model);
    };

    const onVisible = () => {
      if (!document.hidden) request();
    };
    document.addEventListener('visibilitychange', onVisible);

    const painter: Painter = {
      render(next) {
        if (isDestroyed) return;
        model = next;
        request();
      },
      destroy() {
        if (isDestroyed) return;
        isDestroyed = true;
        cancelAnimationFrame(frame);
        document.removeEventListener('visibilitychange', onVisible);
        game.destroy(true);
        // A sleeping game takes itself down only with a tick.
        game.loop.tick();
      },
    };
  });
}
