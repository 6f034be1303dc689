import { common } from '../../i18n/common/index.ts';
import { settings } from '../../i18n/settings/index.ts';
import { gameTitle } from '../../store/games.ts';
import { chosenGame } from '../../store/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useChosenGame } from './useChosenGame.ts';

/** The rules of the game that was chosen or played last. */
export function HowToPlay({ onClose }: { onClose: () => void }) {
  const game = useChosenGame();
  return (
    <Dialog title={settings.howToPlay(gameTitle(chosenGame().name))} onClose={onClose} isWide>
      {game ? <game.HowToPlay /> : <p class="soft">{common.oneMoment}</p>}
    </Dialog>
  );
}
