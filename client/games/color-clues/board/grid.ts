/**
 * The transparent grid over the picture: what keyboards, screen readers and switch devices see. 480 cells are made
 * once; afterwards only attributes that differ are written.
 */

import { boardText } from '../messages/board/index.ts';
import { CELLS, cellAt, HUES, SHADES } from './geometry.ts';

export interface CellGrid {
  readonly element: HTMLElement;
  /** Lays the cells out anew when the board has been turned; keeps focus. */
  setUpright(isUpright: boolean): void;
  /** Writes the label and state of those cells where they changed. */
  describe(labelOf: (cell: number) => string, chosen: number | null): void;
  /** Makes one cell the tab stop, and focuses it on demand. */
  setCurrent(cell: number, hasFocus: boolean): void;
  /** The cell of an event's target, or null. */
  cellOf(target: EventTarget | null): number | null;
}

function makeRow(index: number): HTMLElement {
  const row = document.createElement('div');
  row.setAttribute('role', 'row');
  row.setAttribute('aria-rowindex', String(index + 1));
  return row;
}

/** Builds the grid; the caller puts `element` where it belongs. */
export function createGrid(label: string): CellGrid {
  const element = document.createElement('div');
  element.className = 'board-grid';
  element.translate = false;
  element.setAttribute('role', 'grid');
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-description', boardText.keys);

  const cells: HTMLElement[] = [];
  const numbers = new WeakMap<Element, number>();
  const labels: string[] = new Array(CELLS).fill('');
  for (let cell = 0; cell < CELLS; cell++) {
    const node = document.createElement('div');
    node.setAttribute('role', 'gridcell');
    node.tabIndex = -1;
    numbers.set(node, cell);
    cells.push(node);
  }
  let upright: boolean | null = null;
  let current = 0;
  let selected: number | null = null;
  if (cells[0]) cells[0].tabIndex = 0;

  return {
    element,

    setUpright(isUpright) {
      if (upright === isUpright) return;
      upright = isUpright;
      const cols = isUpright ? SHADES : HUES;
      const rows = isUpright ? HUES : SHADES;
      const hadFocus = element.contains(document.activeElement);
      element.setAttribute('aria-rowcount', String(rows));
      element.setAttribute('aria-colcount', String(cols));
      const lines = Array.from({ length: rows }, (_, row) => {
        const line = makeRow(row);
        for (let col = 0; col < cols; col++) {
          const node = cells[cellAt({ col, row }, isUpright)];
          node?.setAttribute('aria-colindex', String(col + 1));
          if (node) line.append(node);
        }
        return line;
      });
      element.replaceChildren(...lines);
      if (hadFocus) cells[current]?.focus({ preventScroll: true });
    },

    describe(labelOf, chosen) {
      for (let cell = 0; cell < CELLS; cell++) {
        const next = labelOf(cell);
        if (labels[cell] === next) continue;
        labels[cell] = next;
        cells[cell]?.setAttribute('aria-label', next);
      }
      if (selected === chosen) return;
      if (selected !== null) cells[selected]?.removeAttribute('aria-selected');
      if (chosen !== null) cells[chosen]?.setAttribute('aria-selected', 'true');
      selected = chosen;
    },

    setCurrent(cell, hasFocus) {
      if (cell !== current) {
        const before = cells[current];
        if (before) before.tabIndex = -1;
        current = cell;
      }
      const node = cells[cell];
      if (!node) return;
      node.tabIndex = 0;
      if (hasFocus && document.activeElement !== node) node.focus({ preventScroll: true });
    },

    cellOf(target) {
      return target instanceof Element ? (numbers.get(target) ?? null) : null;
    },
  };
}
