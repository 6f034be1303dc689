import { useEffect } from 'preact/hooks';
import { isMyMove } from '../../store/faces.ts';
import { wasKeyboard } from '../effects/modality.ts';
import { useView } from '../table/context.ts';

/** Clears what was aimed and typed when a turn is over, and brings the focus to where the next move is made. */
export function useTurns(): void {
  const { sitting, view, me } = useView();
  const game = view.game;
  const round = `${view.gameNumber}:${game?.round}`;
  const turn = `${round}:${game?.stage}:${game?.pass}:${game?.isRetry}`;
  const isMine = isMyMove(view, me);

  useEffect(() => {
    sitting.aim.value = null;
  }, [sitting, round]);

  useEffect(() => {
    sitting.draft.value = '';
    sitting.refusal.value = null;
  }, [sitting, turn]);

  useEffect(() => {
    if (!isMine || game?.stage !== 'place' || !wasKeyboard()) return;
    if (document.querySelector('dialog[open]')) return;
    document.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }, [isMine, game?.stage]);
}
