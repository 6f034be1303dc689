import './four.css';
import { type Cells, COLUMNS, EMPTY, ROWS, winningCells } from '../../../shared/games/four-in-a-row/board.ts';
import { markerOf } from '../../dom/ui/markers.ts';

/** A hole around the place that it is moved to, one unit being the way to the next one. */
const HOLE = 'a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0z';
/** The plate with its holes; above it is room for the disc in hand. */
const PLATE = `M.2.9h6.6a.35.35 0 0 1 .35.35v5.55a.35.35 0 0 1-.35.35h-6.6a.35.35 0 0 1-.35-.35v-5.55a.35.35 0 0 1 .35-.35z${Array.from(
  EMPTY,
  (_, cell) => `M${(cell % COLUMNS) + 0.1} ${Math.floor(cell / COLUMNS) + 1.5}${HOLE}`,
).join('')}`;

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
    <svg class="four-picture" viewBox="-0.15 0 7.3 7.15" aria-hidden="true" data-won={won.length > 0}>
      <defs>
        <linearGradient id="four-light" x2="0" y2="1">
          <stop style={{ stopColor: 'light-dark(#0006, #000c)' }} />
          <stop offset="1" style={{ stopColor: 'light-dark(#fff, #fff3)' }} />
        </linearGradient>
        <linearGradient id="four-sheen" x2="0" y2="1">
          <stop stop-color="#fff" stop-opacity="0.3" />
          <stop offset="0.55" stop-color="#fff" stop-opacity="0" />
          <stop offset="1" stop-opacity="0.22" />
        </linearGradient>
      </defs>
      <rect class="four-back" y="1" width={COLUMNS} height={ROWS} />
      {[...cells].map((disc, cell) =>
        disc === '.' ? null : (
          <g key={cell} transform={placeOf(cell)} data-won={won.includes(cell)}>
            <g data-last={cell === last} style={{ '--rows': Math.floor(cell / COLUMNS) + 1 }}>
              <Disc marker={markers[Number(disc)] ?? 0} />
            </g>
          </g>
        ),
      )}
      <path class="four-plate" d={PLATE} fill-rule="evenodd" />
      {Array.from(EMPTY, (_, cell) => (
        <circle key={cell} class="four-rim" r="0.4" transform={placeOf(cell)} />
      ))}
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
