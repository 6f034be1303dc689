import { CELLS } from '../../../../shared/games/color-clues/board.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { OwnWords } from '../../game.ts';
import { nameOf } from './cells.ts';

/** Clues, names of colors, and cells: nobody translates them. */
export const ownWords = (): OwnWords<GameView> => ({
  at: ({ game }) => [...(game?.clues ?? []), ...(game?.history ?? []).flatMap((record) => record.clues)],
  always: [...new Set(Array.from({ length: CELLS }, (_, cell) => nameOf(cell)))],
  pattern: '[A-P](?:[12]\\d|30|[1-9])',
});
