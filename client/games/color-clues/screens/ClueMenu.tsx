import Ellipsis from 'lucide/dist/esm/icons/ellipsis-vertical.mjs';
import Flag from 'lucide/dist/esm/icons/flag.mjs';
import { Icon } from '../../../dom/ui/Icon.tsx';
import { usePopover } from '../../../dom/ui/usePopover.ts';
import { text } from '../messages/table/index.ts';
import type { Challenge } from '../store/challenge.ts';
import { useGame } from './useGame.ts';

/** What one can do about a clue, beside it: object. How many do is on the button, too. */
export function ClueMenu({ votes, needed, isMine }: Challenge) {
  const { sitting } = useGame();
  const { isOpen, toggle, close, box, button } = usePopover();
  const object = () => {
    if (!isMine) void sitting.play({ type: 'challengeClue' }).then((isDone) => isDone && close());
  };
  return (
    <div ref={box} class="clue-menu">
      <button
        ref={button}
        type="button"
        class="button quiet icon"
        aria-label={votes > 0 ? text.aboutClueObjected(votes, needed) : text.aboutClue}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon node={votes > 0 ? Flag : Ellipsis} size={20} />
        {votes > 0 && <small class="num">{text.votes(votes, needed)}</small>}
      </button>
      {isOpen && (
        <div class="clue-pop">
          <button type="button" class="button" aria-disabled={isMine} onClick={object}>
            <Icon node={Flag} size={18} />
            {text.objectToClue(isMine, votes, needed)}
          </button>
          <p class="small soft">{text.ifSoManyObject(needed)}</p>
        </div>
      )}
    </div>
  );
}
