/** The elements of the board, and where they go: picture, labels, grid and focus ring move as one. */

import { boardText } from '../messages/board/index.ts';
import { cellRect, type Layout, type View } from './geometry.ts';
import { type CellGrid, createGrid } from './grid.ts';
import { createLabels } from './labels.ts';

export interface Stage {
  readonly grid: CellGrid;
  /** Where Phaser puts its canvas. */
  readonly paint: HTMLElement;
  /** One pixel per cell, shown until Phaser has painted. */
  readonly pixels: HTMLCanvasElement;
  /** Brings everything to a layout and view; the ring goes to the cell that has the tab stop. */
  place(layout: Layout, view: View, current: number): void;
  remove(): void;
}

/** How far the focus ring reaches beyond its cell. */
const RING = 5;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  return node;
}

function box(node: HTMLElement, { x, y, w, h }: { x: number; y: number; w: number; h: number }): void {
  node.style.left = `${x}px`;
  node.style.top = `${y}px`;
  node.style.width = `${w}px`;
  node.style.height = `${h}px`;
}

/** Puts the elements into the host, before what the component renders there. */
export function createStage(host: HTMLElement): Stage {
  const paint = make('div', 'board-paint');
  paint.setAttribute('aria-hidden', 'true');
  const pixels = make('canvas', 'board-pixels');
  const viewport = make('div', 'board-view');
  const ring = make('div', 'board-ring');
  const labels = createLabels();
  const grid = createGrid(boardText.board);
  viewport.append(grid.element);
  paint.append(pixels);
  const parts = [paint, labels.element, viewport, ring];
  host.prepend(...parts);

  return {
    grid,
    paint,
    pixels,

    place(layout, view, current) {
      const { area, width, height } = layout;
      const { zoom, dx, dy } = view;
      const isZoomed = zoom > 1;
      box(viewport, area);
      box(pixels, area);
      viewport.classList.toggle('is-zoomed', isZoomed);
      const transform = isZoomed ? `translate(${dx}px, ${dy}px) scale(${zoom})` : '';
      grid.element.style.transform = transform;
      pixels.style.transform = transform;
      const right = width - area.x - area.w;
      const bottom = height - area.y - area.h;
      const inset = `inset(${area.y}px ${right}px ${bottom}px ${area.x}px round 8px)`;
      paint.style.clipPath = isZoomed ? inset : '';
      labels.place(layout, view);
      const { x, y, w, h } = cellRect(layout, view, current);
      ring.style.transform = `translate(${x - RING}px, ${y - RING}px)`;
      ring.style.width = `${w + 2 * RING}px`;
      ring.style.height = `${h + 2 * RING}px`;
    },

    remove() {
      for (const node of parts) node.remove();
    },
  };
}
