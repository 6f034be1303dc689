import type { SeatId } from '../../../../shared/core/ids.ts';
import { HIGHEST } from '../../../../shared/games/color-clues/scoring.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { type Face, faceOf, type MySeat } from '../../../store/faces.ts';
import type { BoardMarker } from '../board/model.ts';
import { boardText } from '../messages/board/index.ts';
import { pointsAt } from './cells.ts';
import { laidBy, mayPlace, type View } from './view.ts';

/** What the board shows. */
export interface BoardModel {
  readonly markers: readonly BoardMarker[];
  readonly frame: Cell | null;
  /** Points of a marker on the target. */
  readonly highest: 3 | 4;
  readonly chosen: Cell | null;
  readonly cardCells: readonly Cell[];
  readonly mode: 'aim' | 'look';
  readonly occupied: ReadonlySet<Cell>;
}

/** The board for one viewer; `aim` is the cell they are considering or, as giver, the color they chose. */
export function boardModel(view: View, me: MySeat, aim: Cell | null): BoardModel {
  const { game } = view;
  if (!game)
    return {
      markers: [],
      frame: null,
      highest: 3,
      chosen: null,
      cardCells: [],
      mode: 'look',
      occupied: new Set(),
    };
  const target = game.stage === 'reveal' ? game.target : null;
  const markers = game.players.flatMap((player) => {
    const face = faceOf(view, player.seat, me);
    return player.markers.flatMap((cell, index): BoardMarker[] => {
      if (cell === null) return [];
      const points = target === null ? null : pointsAt(cell, target, game.scoring);
      const which = game.passes === 1 ? null : index === 0 ? 'first' : 'second';
      return [
        {
          cell,
          marker: face.marker,
          initial: face.initial,
          label: boardText.marker(face, which),
          points,
          isDimmed: points === 0,
          isMine: face.isMine,
        },
      ];
    });
  });
  const isGiver = game.giver === me && game.stage !== 'reveal';
  return {
    markers,
    frame: target,
    highest: HIGHEST[game.scoring],
    chosen: chosenCell(game, isGiver, aim),
    cardCells: isGiver && game.stage === 'clue' ? (game.secret?.card ?? []) : [],
    mode: mayPlace(view, me) ? 'aim' : 'look',
    occupied: new Set(markers.map(({ cell }) => cell).filter((cell) => cell !== laidBy(game, me))),
  };
}

function chosenCell(game: GameView, isGiver: boolean, aim: Cell | null): Cell | null {
  if (game.stage === 'reveal' || game.stage === 'over') return null;
  if (!isGiver || !game.secret) return aim;
  const { card, target } = game.secret;
  return target ?? card.find((cell) => cell === aim) ?? card[0];
}

/**
 * The view whose board is shown: while somebody thinks of a clue, the others may still look at the last reveal.
 * `last` is the view that showed it.
 */
export function shownView(view: View, me: MySeat, last: View | null): View {
  const { game } = view;
  const isOpen = game?.stage === 'clue' && game.giver !== me && !game.isRetry;
  const isLast = last?.game && last.gameNumber === view.gameNumber && last.game.round + 1 === game?.round;
  return isOpen && isLast ? last : view;
}

/** Whether a cell has one of the viewer's own markers: it is no place to aim at any more. */
export const isOwnMarker = (view: View, me: MySeat, cell: Cell | null): boolean =>
  cell !== null &&
  (takenBy(view, me, cell)?.isMine || (view.game !== null && laidBy(view.game, me) === cell));

/** Who sits on a cell, or null if it is free; a marker that may still be moved keeps nobody away. */
export function takenBy(view: View, me: MySeat, cell: Cell): Face | null {
  const { game } = view;
  const isIn = (seat: SeatId, found: Cell | null) => found === cell && laidBy(game!, seat) !== cell;
  const owner = game?.players.find(({ seat, markers }) => markers.some((each) => isIn(seat, each)));
  return owner ? faceOf(view, owner.seat, me) : null;
}
