import { useEffect, useRef, useState } from 'preact/hooks';
import { COLUMNS, landing } from '../../../shared/games/four-in-a-row/board.ts';
import type { FourMove, FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { wasKeyboard } from '../../dom/effects/waiting.ts';
import { useTableOf } from '../../dom/table/context.ts';
import { faceOf } from '../../store/faces.ts';
import { text } from './messages/index.ts';
import { Disc, Picture } from './Picture.tsx';
import { columnDetail, columnLabel, ownersOf } from './words.ts';

/** The board with a button over each column. One of them is a tab stop, and where the disc in hand waits. */
export function Board() {
  const { sitting, view, me } = useTableOf<FourView, FourMove>();
  const [at, setAt] = useState(Math.floor(COLUMNS / 2));
  const columns = useRef<HTMLFieldSetElement>(null);
  const { order, turn, position } = view.game;
  const { cells, last } = position;
  const isMine = turn !== null && turn === me && sitting.pending.value === null;
  const markers = order.map((seat) => faceOf(view, seat, me).marker);
  const owners = ownersOf(view, me);
  const focus = (column: number) => columns.current?.querySelectorAll('button')[column]?.focus();

  // Whoever started the game by keyboard goes on from the board.
  useEffect(() => {
    if (turn !== null && wasKeyboard() && document.activeElement === document.body) focus(at);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, at);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    focus(to);
  };
  return (
    <div class="four-slot">
      <div class="four">
        <Picture cells={cells} last={last} markers={markers} />
        <fieldset class="four-columns" aria-label={text.columns} ref={columns} onKeyDown={onKeyDown}>
          {Array.from({ length: COLUMNS }, (_, column) => {
            const cell = isMine ? landing(cells, column) : null;
            return (
              <button
                key={column}
                type="button"
                tabIndex={at === column ? 0 : -1}
                aria-label={columnLabel(cells, column, owners)}
                aria-description={columnDetail(cells, column, owners)}
                aria-disabled={cell === null}
                onFocus={() => setAt(column)}
                onClick={() => isMine && sitting.play({ type: 'drop', column })}
              >
                {cell !== null && (
                  <svg class="four-ghost" viewBox="-0.5 -0.5 1 7" aria-hidden="true">
                    <Disc marker={markers[me === order[0] ? 0 : 1]!} />
                    <circle class="four-landing" cy={Math.floor(cell / COLUMNS) + 1} r="0.3" />
                  </svg>
                )}
              </button>
            );
          })}
        </fieldset>
      </div>
    </div>
  );
}

/** The column a key leads to from another one; null when it leads nowhere. */
function target(key: string, from: number): number | null {
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -COLUMNS, End: COLUMNS }[key];
  if (steps !== undefined) return Math.min(Math.max(0, from + steps), COLUMNS - 1);
  return /^[1-7]$/.test(key) ? Number(key) - 1 : null;
}
