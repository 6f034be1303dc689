/** Numbers, letters and words of hue families in the gutters. They follow zoom and pan, so they always name what is seen. */

import { FAMILIES } from '../../../../shared/games/color-clues/cell-names.ts';
import { familyName } from '../store/cells.ts';
import { HUES, type Layout, SHADES, spotOf, spotRect, type View } from './geometry.ts';

interface Label {
  readonly node: HTMLElement;
  /** First and last hue or shade it stands for. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'hue' | 'shade' | 'band';
}

export interface Labels {
  readonly element: HTMLElement;
  place(layout: Layout, view: View): void;
}

/** Space between the cells and the middle of a label. */
const gapOf = (layout: Layout) => (layout.width < 480 ? 11 : 13);

/** Makes the labels; screen readers get the same from the cells, so all this is hidden from them. */
export function createLabels(): Labels {
  const element = document.createElement('div');
  element.className = 'board-labels';
  element.translate = false;
  element.setAttribute('aria-hidden', 'true');
  const labels: Label[] = [];
  const add = (kind: Label['kind'], text: string, first: number, last = first) => {
    const node = document.createElement('span');
    node.className = `board-label is-${kind}`;
    node.textContent = text;
    element.append(node);
    labels.push({ node, first, last, kind });
  };
  for (let hue = 0; hue < HUES; hue++) add('hue', String(hue + 1), hue);
  for (let shade = 0; shade < SHADES; shade++) add('shade', String.fromCharCode(65 + shade), shade);
  for (const { name, from, to } of FAMILIES) add('band', familyName(name), from, to);

  const placeBand = ({ node, first, last }: Label, layout: Layout, view: View) => {
    const { bands, area, isUpright } = layout;
    node.hidden = bands === null;
    if (!bands) return;
    const start = spotRect(layout, view, spotOf(first, isUpright));
    const end = spotRect(layout, view, spotOf(last, isUpright));
    const from = isUpright ? Math.max(start.y, area.y) : Math.max(start.x, area.x);
    const to = isUpright
      ? Math.min(end.y + end.h, area.y + area.h)
      : Math.min(end.x + end.w, area.x + area.w);
    const isSeen = to - from > 8;
    node.hidden = !isSeen;
    if (!isSeen) return;
    const x = isUpright ? bands.x : from;
    const y = isUpright ? from : bands.y;
    node.style.transform = `translate(${x}px, ${y}px)`;
    node.style.width = `${isUpright ? bands.w : to - from}px`;
    node.style.height = `${isUpright ? to - from : bands.h}px`;
    // Long words over narrow families are set smaller rather than cut.
    const fitting = (to - from - 3) / ((node.textContent?.length ?? 1) * 0.6);
    node.style.fontSize = isUpright ? '' : `${Math.min(11, Math.max(8, fitting))}px`;
  };

  return {
    element,
    place(layout, view) {
      const { area, isUpright } = layout;
      const gap = gapOf(layout);
      for (const label of labels) {
        if (label.kind === 'band') {
          placeBand(label, layout, view);
          continue;
        }
        const cell = label.kind === 'hue' ? label.first : label.first * HUES;
        const rect = spotRect(layout, view, spotOf(cell, isUpright));
        const isAcross = (label.kind === 'hue') !== isUpright;
        const along = isAcross ? rect.x + rect.w / 2 : rect.y + rect.h / 2;
        const start = isAcross ? area.x : area.y;
        const isSeen = along > start && along < start + (isAcross ? area.w : area.h);
        label.node.hidden = !isSeen;
        if (!isSeen) continue;
        const x = isAcross ? along : area.x - gap - 2;
        const y = isAcross ? area.y - gap : along;
        label.node.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`;
      }
    },
  };
}
