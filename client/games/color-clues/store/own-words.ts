import { CELL_NAMES } from '../../../../shared/games/color-clues/cell-names.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { OwnWords } from '../../game.ts';

/** Clues, names of colors, and cells: nobody translates them. */
export const ownWords: OwnWords<GameView> = {
  at: ({ game }) => [...(game?.clues ?? []), ...(game?.history ?? []).flatMap((record) => record.clues)],
  always: [...new Set(CELL_NAMES)],
  pattern: '[A-P](?:[12]\\d|30|[1-9])',
};
