import { Board } from '../../board/Board.tsx';
import { boardModel, shownView, takenBy } from '../../store/board-model.ts';
import { nameOf } from '../../store/cells.ts';
import { isCalm, preferences } from '../../store/preferences.ts';
import { useView } from '../table/context.ts';
import { useWide } from './useWide.ts';

/** The board with the markers, aimed at by whoever looks at it. */
export function GameBoard() {
  const { sitting, view, me } = useView();
  const isUpright = useWide('(max-width: 700px) and (orientation: portrait)');
  const model = boardModel(shownView(view, me, sitting.lastReveal.value), me, sitting.aim.value);
  const { names, familyBands, familyTexture } = preferences.value;
  const choose = (cell: number) => {
    const card = model.cardCells;
    if (card.length === 0 || card.includes(cell)) sitting.aim.value = cell;
  };
  const place = (cell: number) => {
    sitting.aim.value = cell;
    if (model.mode === 'aim' && takenBy(view, me, cell) === null)
      void sitting.play({ type: 'placeMarker', cell });
  };
  return (
    <div class="board-slot">
      <Board
        {...model}
        onAim={choose}
        onPlace={place}
        onCancel={() => {
          sitting.aim.value = null;
        }}
        nameOf={nameOf}
        aids={{ names, familyBands, familyTexture }}
        isUpright={isUpright}
        reducedMotion={isCalm()}
      />
    </div>
  );
}
