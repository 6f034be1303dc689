import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { SkipButton } from '../../../dom/game/SkipButton.tsx';
import { Words } from '../../../dom/game/Words.tsx';
import { Refused } from '../../../dom/ui/Refused.tsx';
import { boardText } from '../messages/board/index.ts';
import { text } from '../messages/table/index.ts';
import { takenBy } from '../store/board-model.ts';
import { hexOf, labelOf, nameOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { notePlaced } from '../store/first-turn.ts';
import { useGame } from './useGame.ts';

/**
 * My turn: the cell I aim at, and the button that places. In a party also: where my marker lies, until all have placed;
 * the host can end that where no clock runs.
 */
export function PlaceDock({ detail, laid }: Extract<Dock, { kind: 'place' }>) {
  const { sitting, view, me, draft } = useGame();
  const cell = draft.aim.value ?? laid;
  const taken = cell === null ? null : takenBy(view, me, cell);
  const refusal = sitting.refusal.value;
  const isSending = sitting.pending.value === 'placeMarker';
  const canPlace = cell !== null && cell !== laid && taken === null && !isSending;
  const place = () => {
    if (canPlace) void sitting.play({ type: 'placeMarker', cell }).then((isDone) => isDone && notePlaced());
  };
  return (
    <section class="dock" aria-label={text.yourTurn}>
      <span
        class={cell === null ? 'swatch dock-swatch none' : 'swatch dock-swatch'}
        style={cell === null ? undefined : { background: hexOf(cell) }}
      />
      <div class="grow">
        {cell === null ? (
          <p>
            <strong>{boardText.findColor}</strong>
          </p>
        ) : (
          <p class="clip" translate={false}>
            <strong class="num">{labelOf(cell)}</strong> <span class="soft">{nameOf(cell)}</span>
          </p>
        )}
        {refusal?.place === 'dock' ? (
          <Refused>{refusal.message}</Refused>
        ) : (
          <p class="small soft dock-detail" data-important={taken !== null}>
            <Words text={taken === null ? detail : text.isHere(taken)} />
          </p>
        )}
      </div>
      <span class="small soft desk dock-hint">{text.arrows}</span>
      <SkipButton />
      <button type="button" class="button primary big dock-main" aria-disabled={!canPlace} onClick={place}>
        <ButtonText isSending={isSending} laid={laid} isLaid={laid !== null && cell === laid} />
      </button>
    </section>
  );
}

function ButtonText({ isSending, laid, isLaid }: { isSending: boolean; laid: Cell | null; isLaid: boolean }) {
  if (isSending) return <>{text.placing}</>;
  if (isLaid) return <>{text.placed}</>;
  return (
    <>
      <span class="phone">{laid === null ? boardText.place : boardText.move}</span>
      <span class="desk">{laid === null ? text.placeHere : text.moveHere}</span>
    </>
  );
}
