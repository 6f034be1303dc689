import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { useWide } from '../../../dom/game/useWide.ts';
import { initialOf } from '../../../store/letters.ts';
import { me } from '../../../store/me.ts';
import { isCalm } from '../../../store/preferences.ts';
import { Board } from '../board/Board.tsx';
import type { BoardMarker } from '../board/model.ts';
import { text } from '../messages/alone/index.ts';
import { aids } from '../store/aids.ts';
import { nameOf, pointsAt } from '../store/cells.ts';

interface Props {
  /** What is considered. */
  readonly aim: Cell | null;
  /** Where the own marker lies. */
  readonly placed: Cell | null;
  /** What was right, once it is known. */
  readonly target: Cell | null;
  /** How many people placed on a cell. */
  readonly crowd?: ReadonlyMap<Cell, number>;
  onAim?(cell: Cell | null): void;
  onPlace?(cell: Cell): void;
  /** What a screen reader says of a cell. */
  readonly describe?: (cell: Cell) => string;
  /** Lies as wide as it is drawn, on a phone, too. */
  readonly isFlat?: boolean;
}

const nothing = () => {};
const NOBODY: ReadonlySet<Cell> = new Set();

/** The board for one person: aim and place, then see what was right. */
export function SoloBoard(props: Props) {
  const { aim, placed, target, crowd, onAim = nothing, onPlace = nothing, describe = nameOf } = props;
  const isPhone = useWide('(max-width: 700px) and (orientation: portrait)');
  return (
    <Board
      markers={placed === null ? [] : [markerOn(placed, target)]}
      frame={target}
      isRevealing={false}
      chosen={target === null ? aim : null}
      cardCells={[]}
      mode={target === null ? 'aim' : 'look'}
      occupied={NOBODY}
      {...(crowd && { crowd })}
      onAim={onAim}
      onPlace={onPlace}
      onCancel={() => onAim(null)}
      nameOf={describe}
      aids={aids.value}
      isUpright={isPhone && !props.isFlat}
      reducedMotion={isCalm()}
    />
  );
}

function markerOn(cell: Cell, target: Cell | null): BoardMarker {
  const who = me.value;
  const points = target === null ? null : pointsAt(cell, target);
  return {
    cell,
    marker: who?.marker ?? 0,
    initial: who ? initialOf(who.name) : '',
    label: text.yourMarker,
    points,
    isDimmed: points === 0,
    isMine: true,
  };
}
