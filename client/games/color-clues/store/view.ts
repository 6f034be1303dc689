import type { SeatId } from '../../../../shared/core/ids.ts';
import { PRESETS } from '../../../../shared/games/color-clues/presets.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import type { TableView } from '../../../../shared/table/types.ts';
import type { MySeat } from '../../../store/faces.ts';
import type { Wait } from '../../game.ts';

/** A table of Color Clues. */
export type View = TableView<GameView>;

/** The seats that may place now: one after the other, or in a party all. */
const placingSeats = ({ preset, stage, queue }: GameView): readonly SeatId[] =>
  stage !== 'place' ? [] : preset === 'party' ? queue : queue.slice(0, 1);

/** The seats that are waited for right now, as far as the viewer can know. */
function awaitedSeats(game: GameView): readonly SeatId[] {
  if (game.stage === 'clue' || game.stage === 'clue2') return [game.giver];
  return placingSeats(game).filter((seat) => laidBy(game, seat) === null);
}

/** In a party: where a seat has its marker of this clue, before all are shown; null where it has none that is seen. */
export function laidBy({ preset, stage, pass, players }: GameView, seat: MySeat): Cell | null {
  if (preset !== 'party' || stage !== 'place') return null;
  return players.find((player) => player.seat === seat)?.markers[pass - 1] ?? null;
}

const sinceOf = ({ until, spanMs, since }: GameView): number | null =>
  until === null || spanMs === null ? since : until - spanMs;

/** Whom the table waits for, and how long. A reveal has a clock, but nobody has to hurry. */
export const wait = ({ game }: { readonly game: GameView }): Wait => ({
  seats: awaitedSeats(game),
  isShared: game.preset === 'party' && game.stage === 'place',
  since: sinceOf(game),
  until: game.until,
  spanMs: game.stage === 'reveal' ? null : game.spanMs,
});

/** Whether it is this seat's turn to place; in a party it may place anew until all have. */
export const mayPlace = ({ phase, game }: View, me: MySeat): boolean =>
  me !== null && phase === 'playing' && game !== null && placingSeats(game).includes(me);

/** How many must be there for the game to go on. */
export const leastOf = ({ preset, par }: GameView): number => (par === null ? PRESETS[preset].minSeats : 2);
