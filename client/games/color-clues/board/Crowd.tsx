import { cellRect, type Layout, type View } from './geometry.ts';

interface Props {
  readonly layout: Layout;
  readonly view: View;
  /** How many people placed on a cell. */
  readonly people: ReadonlyMap<number, number>;
}

/** The least and the most that a dot takes of its cell. */
const DOT = [0.3, 0.86] as const;

/** Where people placed: a dot on each cell, the larger the more there are. Its area says how many. */
export function Crowd({ layout, view, people }: Props) {
  const most = Math.max(...people.values(), 1);
  const { x, y, w, h } = layout.area;
  return (
    <svg class="board-crowd" aria-hidden="true" width={layout.width} height={layout.height}>
      <svg aria-hidden="true" x={x} y={y} width={w} height={h} viewBox={`${x} ${y} ${w} ${h}`}>
        {[...people].map(([cell, count]) => {
          const rect = cellRect(layout, view, cell);
          const share = DOT[0] + (DOT[1] - DOT[0]) * Math.sqrt(count / most);
          const r = (Math.min(rect.w, rect.h) * share) / 2;
          return <circle key={cell} cx={rect.x + rect.w / 2} cy={rect.y + rect.h / 2} r={r} />;
        })}
      </svg>
    </svg>
  );
}
