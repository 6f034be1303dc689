import Flag from 'lucide/dist/esm/icons/flag.mjs';
import { Icon } from '../../../dom/ui/Icon.tsx';
import { text } from '../messages/table/index.ts';
import { challenge } from '../store/challenge.ts';
import { useGame } from './useGame.ts';

/** Objects to a clue that breaks the rules. Beside the clue, far from what one presses in every turn. */
export function ChallengeButton() {
  const { sitting, view, me } = useGame();
  const open = challenge(view, me);
  if (!open) return null;
  const { votes, needed, isMine } = open;
  return (
    <button
      type="button"
      class="button quiet challenge"
      aria-disabled={isMine}
      aria-label={text.objectAloud(isMine, votes, needed)}
      title={text.ifSoManyObject(needed)}
      onClick={() => !isMine && sitting.play({ type: 'challengeClue' })}
    >
      <Icon node={Flag} size={18} />
      <span>
        {isMine ? text.youObject : text.object}
        <small class="num">{text.votes(votes, needed)}</small>
      </span>
    </button>
  );
}
