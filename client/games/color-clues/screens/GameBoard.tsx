import { useWide } from '../../../dom/game/useWide.ts';
import { isCalm } from '../../../store/preferences.ts';
import { Board } from '../board/Board.tsx';
import { text } from '../messages/table/index.ts';
import { aids } from '../store/aids.ts';
import { boardModel, isOwnMarker, shownView, takenBy } from '../store/board-model.ts';
import { nameOf } from '../store/cells.ts';
import { hasPlaced, notePlaced } from '../store/first-turn.ts';
import { useGame } from './useGame.ts';
import { useTurns } from './useTurns.ts';

/** The board with the markers, aimed at by whoever looks at it. */
export function GameBoard() {
  useTurns();
  const { sitting, view, me, draft } = useGame();
  const isUpright = useWide('(max-width: 700px) and (orientation: portrait)');
  const model = boardModel(shownView(view, me, draft.lastReveal.value), me, draft.aim.value);
  const choose = (cell: number) => {
    const card = model.cardCells;
    if (card.length === 0 || card.includes(cell)) draft.aim.value = cell;
  };
  const place = (cell: number) => {
    draft.aim.value = cell;
    if (model.mode === 'aim' && takenBy(view, me, cell) === null && !isOwnMarker(view, me, cell))
      void sitting.play({ type: 'placeMarker', cell }).then((isDone) => isDone && notePlaced());
  };
  const isFirst = model.mode === 'aim' && draft.aim.value === null && !hasPlaced.value;
  return (
    <>
      {isFirst && <p class="board-hint">{text.touchAndPlace}</p>}
      <Board
        {...model}
        isRevealing={model.frame !== null && sitting.show.at.value !== null}
        onAim={choose}
        onPlace={place}
        onCancel={() => {
          draft.aim.value = null;
        }}
        nameOf={nameOf}
        aids={aids.value}
        isUpright={isUpright}
        reducedMotion={isCalm()}
      />
    </>
  );
}
