import { landing, openColumns } from '../../shared/games/four-in-a-row/board.ts';
import type { FourMove } from '../../shared/games/four-in-a-row/rules.ts';
import { readFour, type WireFour } from '../../shared/games/four-in-a-row/wire.ts';
import type { PlayedGame } from './played-game.ts';

/** Whole legal games, in which discs fall into any column that is not full. */
export const fourInARow: PlayedGame<WireFour> = {
  name: 'four-in-a-row',
  seats: 2,
  secrets: null,
  next(game, _seenBy, rng) {
    const { turn: seat } = game;
    if (seat === 0) return null;
    const cells = cellsOf(game);
    const move: FourMove = { type: 'drop', column: rng.pick(openColumns(cells)) };
    const cell = landing(cells, move.column)!;
    return { seat, move, isShownIn: (now) => cellsOf(now)[cell] !== '.' };
  },
};

const cellsOf = (game: WireFour) => readFour(game, null, () => null).position.cells;
