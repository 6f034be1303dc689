import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { wasKeyboard } from '../../../dom/effects/waiting.ts';
import { isOwnMarker } from '../store/board-model.ts';
import { mayPlace } from '../store/view.ts';
import { useGame } from './useGame.ts';

/** Clears what was aimed and typed when a turn is over, and brings the focus to where the next move is made. */
export function useTurns(): void {
  const { sitting, view, me, draft } = useGame();
  const game = view.game;
  const round = `${view.gameNumber}:${game?.round}`;
  const turn = `${round}:${game?.stage}:${game?.pass}:${game?.isRetry}`;
  const isMine = mayPlace(view, me);

  useOnChange(round, () => {
    draft.aim.value = null;
  });

  // Placed: the next marker begins with a free hand, not with a cell that is taken.
  useLayoutEffect(() => {
    if (isOwnMarker(view, me, draft.aim.peek())) draft.aim.value = null;
  }, [view, me, draft]);

  useOnChange(turn, () => {
    draft.clue.value = '';
    sitting.refusal.value = null;
  });

  useEffect(() => {
    if (game?.stage === 'reveal' && game.target !== null) draft.lastReveal.value = view;
  }, [draft, view, game]);

  useEffect(() => {
    if (!isMine || !wasKeyboard()) return;
    if (document.querySelector('dialog[open]')) return;
    document.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }, [isMine]);
}

/** Runs when a value is another than before, not when it is seen first. */
function useOnChange(value: string, run: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current !== value) run();
    before.current = value;
  });
}
