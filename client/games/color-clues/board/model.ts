/** What the board is given, and what its painter is given. */

import type { Layout, View } from './geometry.ts';

export interface BoardMarker {
  readonly cell: number;
  /** Index into `MARKERS`. */
  readonly marker: number;
  readonly initial: string;
  /** "Ben's first marker" */
  readonly label: string;
  /** Shown at the reveal. */
  readonly points: number | null;
  readonly isDimmed: boolean;
  readonly isMine: boolean;
}

export interface BoardAids {
  /** Words of the hue families over the columns. */
  readonly familyBands: boolean;
  /** Dots and stripes per hue family, and lines between families. */
  readonly familyTexture: boolean;
  /** Color names in the loupe. (Screen readers always hear them.) */
  readonly names: boolean;
}

export interface BoardProps {
  readonly markers: readonly BoardMarker[];
  /** The target at the reveal, in frames of as many steps as bring points: the outermost is dashed. */
  readonly frame: number | null;
  /** Points of a marker on the target; 3 without it. */
  readonly highest?: 3 | 4;
  /** The reveal is being shown step by step; when that ends before its time, all of it is there at once. */
  readonly isRevealing: boolean;
  /** The giver's chosen cell or the guesser's aim. */
  readonly chosen: number | null;
  /** The giver's four cells. */
  readonly cardCells: readonly number[];
  /** `aim`: Enter or a second click places; `look`: free to explore. */
  readonly mode: 'aim' | 'look';
  onAim(cell: number): void;
  onPlace(cell: number): void;
  onCancel(): void;
  /** "moss green" */
  nameOf(cell: number): string;
  readonly aids: BoardAids;
  /** Phones: A–P across, 1–30 down. */
  readonly isUpright: boolean;
  readonly reducedMotion: boolean;
  readonly occupied: ReadonlySet<number>;
  /** How many people placed on a cell, where that is shown. */
  readonly crowd?: ReadonlyMap<number, number>;
}

/** Everything one picture depends on. Painting the same model twice gives the same picture. */
export interface PaintModel {
  readonly layout: Layout;
  readonly view: View;
  readonly dpr: number;
  readonly markers: readonly BoardMarker[];
  readonly frame: number | null;
  readonly highest: 3 | 4;
  readonly isRevealing: boolean;
  readonly chosen: number | null;
  /** The cell under the pointer where it differs from the chosen one. */
  readonly cursor: number | null;
  readonly cardCells: readonly number[];
  readonly mode: 'aim' | 'look';
  readonly hasTexture: boolean;
  readonly reducedMotion: boolean;
  /** `prefers-contrast: more`. */
  readonly isStrong: boolean;
  /** Font family of initials and points. */
  readonly font: string;
}

export interface Painter {
  /** Shows a model; draws at the next animation frame, and several calls before it cost one drawing. */
  render(model: PaintModel): void;
  destroy(): void;
}
