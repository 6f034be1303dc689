import { Marker } from '../../../dom/ui/Marker.tsx';
import { cellRect, frameRect, type Layout, type Rect, type View } from './geometry.ts';
import type { BoardProps } from './model.ts';
import { markerSpot } from './stack.ts';

export interface SketchProps {
  readonly layout: Layout;
  readonly view: View;
  readonly board: Pick<BoardProps, 'markers' | 'frame' | 'highest' | 'chosen'>;
}

const boxStyle = ({ x, y, w, h }: Rect) => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${w}px`,
  height: `${h}px`,
});

/** Markers, frame and aim as plain elements: what the board shows until Phaser has arrived, or if it never does. */
export function Sketch({ layout, view, board }: SketchProps) {
  const { markers, frame, chosen } = board;
  const farthest = (board.highest ?? 3) - 1;
  return (
    <div class="board-sketch" aria-hidden="true">
      {frame !== null && <i class="is-far" style={boxStyle(frameRect(layout, view, frame, farthest))} />}
      {frame !== null && farthest > 2 && <i style={boxStyle(frameRect(layout, view, frame, 2))} />}
      {frame !== null && <i style={boxStyle(frameRect(layout, view, frame, 1))} />}
      {markers.map((each) => {
        const { x, y, size } = markerSpot(layout, view, each, markers);
        const style = {
          left: `${x - size / 2}px`,
          top: `${y - size / 2}px`,
          opacity: each.isDimmed ? 0.55 : 1,
        };
        return (
          <span key={each.label} style={style}>
            <Marker index={each.marker} initial={each.initial} size={size} />
          </span>
        );
      })}
      {chosen !== null && <i style={boxStyle(cellRect(layout, view, chosen))} />}
    </div>
  );
}
