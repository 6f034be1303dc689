import './four.css';
import { type Cells, COLUMNS, ROWS, winningCells } from '../../../shared/games/four-in-a-row/board.ts';
import { markerOf } from '../../dom/ui/markers.ts';

/** Where the holes are, and the plate around them, in units of one hole; above them is room for the disc in hand. */
const HOLES = { x: 0, y: 1, width: COLUMNS, height: ROWS };
const PLATE = { x: -0.15, y: 0.9, width: COLUMNS + 0.3, height: ROWS + 0.25, rx: 0.35 };
const HOLE = { width: 1, height: 1, patternUnits: 'userSpaceOnUse' } as const;

interface Props {
  readonly cells: Cells;
  /** The cell of the last disc, which falls and is marked. */
  readonly last?: number | null;
  /** The marker on each disc, by who plays it. */
  readonly markers: readonly number[];
}

/** The board as it is seen: discs behind a plate with holes; the last disc, or the lines of the winner, in rings. */
export function Picture({ cells, last = null, markers }: Props) {
  const won = winningCells(cells);
  const marked = won.length > 0 || last === null ? won : [last];
  return (
    <svg viewBox="-0.15 0 7.3 7.15" aria-hidden="true" class="four-picture" data-won={won.length > 0}>
      <defs>
        <pattern id="four-hole" {...HOLE}>
          <circle cx="0.5" cy="0.5" r="0.4" />
        </pattern>
        <pattern id="four-rim" {...HOLE}>
          <circle class="four-rim" cx="0.5" cy="0.5" r="0.4" />
        </pattern>
        <linearGradient id="four-light" x2="0" y2="1">
          <stop class="four-shade" />
          <stop class="four-shine" offset="1" />
        </linearGradient>
        <linearGradient id="four-sheen" x2="0" y2="1">
          <stop stop-color="#fff" stop-opacity="0.3" />
          <stop offset="0.55" stop-color="#fff" stop-opacity="0" />
          <stop offset="1" stop-opacity="0.22" />
        </linearGradient>
        <mask id="four-mask">
          <rect {...PLATE} fill="#fff" />
          <rect {...HOLES} fill="url(#four-hole)" />
        </mask>
      </defs>
      <rect class="four-back" {...HOLES} />
      {[...cells].map((disc, cell) =>
        disc === '.' ? null : (
          <g key={cell} transform={placeOf(cell)} data-won={won.includes(cell)}>
            <g data-last={cell === last} style={{ '--rows': Math.floor(cell / COLUMNS) + 1 }}>
              <Disc marker={markers[Number(disc)] ?? 0} />
            </g>
          </g>
        ),
      )}
      <rect class="four-plate" {...PLATE} mask="url(#four-mask)" />
      <rect fill="url(#four-rim)" {...HOLES} />
      {marked.map((cell) => (
        <circle key={cell} class="four-mark" r="0.42" transform={placeOf(cell)} />
      ))}
    </svg>
  );
}

const placeOf = (cell: number): string =>
  `translate(${(cell % COLUMNS) + 0.5} ${Math.floor(cell / COLUMNS) + 1.5})`;

/** A disc around 0, 0: its owner's color, with the shape of their marker on it. */
export function Disc({ marker }: { marker: number }) {
  const { path, color, text } = markerOf(marker);
  return (
    <>
      <circle r="0.44" fill={color} />
      <circle r="0.44" fill="url(#four-sheen)" />
      <circle r="0.325" fill="none" stroke={text} stroke-width="0.022" stroke-opacity="0.45" />
      <path d={path} fill={text} transform="scale(0.0165) translate(-12 -12)" />
    </>
  );
}
