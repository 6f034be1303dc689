import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { boardText } from '../messages/board/index.ts';
import './board.css';
import { Crowd } from './Crowd.tsx';
import { type BoardControl, type BoardFace, createControl } from './control.ts';
import { cellTyped } from './keyboard.ts';
import { Loupe } from './Loupe.tsx';
import type { BoardProps } from './model.ts';
import { Sketch } from './Sketch.tsx';

export type { BoardAids, BoardMarker, BoardProps } from './model.ts';

const NOTHING: BoardFace = { loupe: null, whole: null, typed: '', sketch: null, crowd: null };

/**
 * The board: a picture that Phaser paints and, over it, a transparent grid that takes all input. The grid works
 * before Phaser has been loaded. Fills its parent, which must have a size.
 */
export function Board(props: BoardProps) {
  const host = useRef<HTMLDivElement>(null);
  const control = useRef<BoardControl | null>(null);
  const [face, setFace] = useState(NOTHING);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createControl(host.current, latest.current, setFace);
    control.current = made;
    return () => {
      control.current = null;
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => control.current?.update(props));

  const { loupe, whole, typed, sketch, crowd } = face;
  const { isUpright, mode, aids, markers, occupied, nameOf } = props;
  return (
    <div ref={host} class={`board${isUpright ? ' is-upright' : ''}${mode === 'aim' ? ' is-aim' : ''}`}>
      {crowd && props.crowd && <Crowd {...crowd} people={props.crowd} />}
      {sketch && <Sketch {...sketch} board={props} />}
      {loupe && (
        <Loupe
          cell={loupe.cell}
          spot={loupe.spot}
          isUpright={isUpright}
          name={aids.names ? nameOf(loupe.cell) : ''}
          typed={typed}
          isTaken={occupied.has(loupe.cell)}
          markers={markers}
        />
      )}
      {whole && (
        <button type="button" class={`board-whole is-${whole}`} onClick={() => control.current?.showWhole()}>
          {boardText.wholeBoard}
        </button>
      )}
      <p class="board-words" role="status">
        {cellTyped(typed) === null && typed}
      </p>
    </div>
  );
}
