import { chosenGame } from '../../store/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useChosenGame } from './useChosenGame.ts';

/** The rules of the game that was chosen or played last. */
export function HowToPlay({ onClose }: { onClose: () => void }) {
  const game = useChosenGame();
  return (
    <Dialog title={`How to play ${chosenGame().title}`} onClose={onClose} isWide>
      {game ? <game.HowToPlay /> : <p class="soft">One moment…</p>}
    </Dialog>
  );
}
