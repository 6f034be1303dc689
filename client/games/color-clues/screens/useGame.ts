import type { GameCommand, GameView } from '../../../../shared/games/color-clues/types.ts';
import { useTableOf, type ViewedGame } from '../../../dom/table/context.ts';
import { type Draft, draftOf } from '../store/draft.ts';

/** The table as this person sees it, and what they are about to do. */
export function useGame(): ViewedGame<GameView, GameCommand> & { readonly draft: Draft } {
  const table = useTableOf<GameView, GameCommand>();
  return { ...table, draft: draftOf(table.sitting) };
}
