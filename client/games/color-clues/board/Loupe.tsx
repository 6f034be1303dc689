import { Marker } from '../../../dom/ui/Marker.tsx';
import { boardText } from '../messages/board/index.ts';
import { cellAt, HUES, SHADES, spotOf } from './geometry.ts';
import type { LoupeSpot } from './loupe.ts';
import type { BoardMarker } from './model.ts';
import { CELL_COLORS, coordinateOf } from './palette.ts';

export interface LoupeProps {
  readonly cell: number;
  readonly spot: LoupeSpot;
  readonly isUpright: boolean;
  /** Color name; empty when names are off. */
  readonly name: string;
  /** What has been typed of a coordinate. */
  readonly typed: string;
  readonly isTaken: boolean;
  readonly markers: readonly BoardMarker[];
}

const STEPS = [-2, -1, 0, 1, 2];

/** The cell and its neighbors, enlarged. Decoration: the same is said by the grid. */
export function Loupe({ cell, spot, isUpright, name, typed, isTaken, markers }: LoupeProps) {
  const { col, row } = spotOf(cell, isUpright);
  const cols = isUpright ? SHADES : HUES;
  const rows = isUpright ? HUES : SHADES;
  const cells = STEPS.flatMap((down) =>
    STEPS.map((right) => {
      const at = { col: col + right, row: row + down };
      const isInside = at.col >= 0 && at.row >= 0 && at.col < cols && at.row < rows;
      return isInside ? cellAt(at, isUpright) : null;
    }),
  );
  return (
    <div
      class="board-loupe"
      translate={false}
      aria-hidden="true"
      style={{
        transform: `translate(${spot.x}px, ${spot.y}px)`,
        width: `${spot.w}px`,
        height: `${spot.h}px`,
      }}
    >
      <div class="board-loupe-cells">
        {cells.map((at, i) => {
          const here = at === null ? [] : markers.filter((one) => one.cell === at);
          const marker = here.find(({ isMine }) => isMine) ?? here[0];
          return (
            <span key={i} style={{ background: at === null ? 'var(--well)' : CELL_COLORS[at] }}>
              {marker && <Marker index={marker.marker} initial={marker.initial} size={spot.w / 7} />}
              {here.length > 1 && <b class="board-loupe-more num">+{here.length - 1}</b>}
            </span>
          );
        })}
      </div>
      <p class="board-loupe-words">
        <strong>{typed || coordinateOf(cell)}</strong>
        <span>{isTaken ? boardText.taken : name}</span>
      </p>
    </div>
  );
}
