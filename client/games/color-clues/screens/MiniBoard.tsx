import { Marker } from '../../../dom/ui/Marker.tsx';

/** A corner of the real board, G14–M22. */
const COLORS = [
  ['#c5a23d', '#bcad3b', '#afb83a', '#9cc03f', '#82c64f', '#67c969', '#53c784', '#47c39a', '#3fbfaa'],
  ['#b9921a', '#af9d1a', '#a1a725', '#8faf35', '#77b547', '#5db75f', '#47b679', '#37b38e', '#2daf9e'],
  ['#a88626', '#9f9027', '#93982b', '#819f32', '#6ba440', '#53a757', '#40a66e', '#34a382', '#2c9f91'],
  ['#987a25', '#8f8221', '#848a23', '#74902b', '#5f9539', '#49974d', '#389663', '#2c9475', '#249184'],
  ['#8b6d0c', '#82750e', '#767c18', '#678223', '#548631', '#3f8845', '#2f8859', '#23866a', '#1a8377'],
  ['#7b631c', '#746917', '#696f15', '#5b741e', '#49782a', '#357a3c', '#25794f', '#19785f', '#12756b'],
  ['#6d5500', '#655c00', '#5b610d', '#4f651b', '#3d6a20', '#2a6b32', '#1b6b44', '#0e6952', '#04675e'],
];
const CELL = 22;

type Spot = readonly [row: number, column: number];

interface Props {
  readonly aim?: Spot;
  readonly frame?: Spot;
  /** Row, column and marker. */
  readonly markers?: readonly (readonly [row: number, column: number, marker: number])[];
  readonly hasPoints?: boolean;
}

const INITIALS = ['A', 'B', 'C', 'D', 'E'];

/** A piece of the board for the rules: drawn, not played on. */
export function MiniBoard({ aim, frame, markers = [], hasPoints = false }: Props) {
  return (
    <svg
      class="mini"
      aria-hidden="true"
      viewBox={`0 0 ${9 * CELL} ${7 * CELL}`}
      preserveAspectRatio="xMidYMid slice"
    >
      {COLORS.flatMap((row, y) =>
        row.map((fill, x) => (
          <rect key={fill} x={x * CELL} y={y * CELL} width={CELL + 0.5} height={CELL + 0.5} fill={fill} />
        )),
      )}
      {aim && <Frame at={aim} steps={0} />}
      {frame && <Frame at={frame} steps={2} />}
      {frame && <Frame at={frame} steps={1} />}
      {markers.map(([row, column, marker], i) => (
        <g key={i} transform={`translate(${column * CELL - 4 + aside(markers, i) * CELL} ${row * CELL - 4})`}>
          <Marker index={marker} initial={INITIALS[marker] ?? ''} size={30} />
        </g>
      ))}
      {hasPoints &&
        frame &&
        markers.map((marker) => <Points key={`${marker}`} marker={marker} target={frame} />)}
    </svg>
  );
}

/** Two on one cell stand side by side: how far to the side, in cells. */
function aside(markers: NonNullable<Props['markers']>, index: number): number {
  const [row, column] = markers[index]!;
  const others = markers.map(([r, c], i) => ({ i, isHere: r === row && c === column }));
  const here = others.filter(({ isHere }) => isHere);
  return here.length < 2 ? 0 : here.findIndex(({ i }) => i === index) - 0.5;
}

function Frame({ at: [row, column], steps }: { at: Spot; steps: number }) {
  const side = (2 * steps + 1) * CELL;
  const box = {
    x: (column - steps) * CELL,
    y: (row - steps) * CELL,
    width: side,
    height: side,
    rx: 4,
    fill: 'none',
  };
  return (
    <>
      <rect {...box} stroke="#fff" stroke-width="5" />
      <rect {...box} stroke="#000" stroke-width="2" stroke-dasharray={steps === 2 ? '5 3' : undefined} />
    </>
  );
}

function Points({ marker, target }: { marker: readonly [number, number, number]; target: Spot }) {
  const [row, column] = marker;
  const steps = Math.max(Math.abs(row - target[0]), Math.abs(column - target[1]));
  const [x, y] = [column * CELL + 23, row * CELL];
  return (
    <>
      <circle cx={x} cy={y} r="7.5" fill="#fff" stroke="#000" stroke-width="1.2" />
      <text x={x} y={y + 4} font-size="11" font-weight="800" text-anchor="middle" fill="#000">
        {Math.max(0, 3 - steps)}
      </text>
    </>
  );
}
