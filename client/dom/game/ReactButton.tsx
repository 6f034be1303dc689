import SmilePlus from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';
import { gameText as text } from '../../i18n/game/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePopover } from '../ui/usePopover.ts';
import { ReactionBar } from './ReactionBar.tsx';

/** Opens the reactions where there is no room for them: a row under the players, gone with the next touch elsewhere. */
export function ReactButton() {
  const { isOpen, toggle, close, box, button } = usePopover();
  return (
    <div ref={box} class="react">
      <button
        ref={button}
        type="button"
        class="button icon"
        aria-label={text.react}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon node={SmilePlus} />
      </button>
      {isOpen && (
        <div class="react-pop">
          <ReactionBar onDone={close} />
        </div>
      )}
    </div>
  );
}
