import type { SeatId } from '../../../../shared/core/ids.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { TableView } from '../../../../shared/table/types.ts';
import type { MySeat } from '../../../store/faces.ts';
import type { Wait } from '../../game.ts';

/** A table of Color Clues. */
export type View = TableView<GameView>;

/** The seats that are waited for right now. */
function awaitedSeats(game: GameView): readonly SeatId[] {
  if (game.stage === 'clue' || game.stage === 'clue2') return [game.giver];
  if (game.stage === 'place') return game.queue.slice(0, 1);
  return [];
}

/** Whom the table waits for, and how long. A reveal has a clock, but nobody has to hurry. */
export const wait = ({ game }: { readonly game: GameView }): Wait => ({
  seats: awaitedSeats(game),
  until: game.until,
  spanMs: game.stage === 'reveal' ? null : game.spanMs,
});

/** Whether it is this seat's move. */
export const isMyTurn = ({ phase, game }: View, me: MySeat): boolean =>
  me !== null && phase === 'playing' && game !== null && awaitedSeats(game).includes(me);
