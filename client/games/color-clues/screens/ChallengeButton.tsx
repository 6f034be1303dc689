import Flag from 'lucide/dist/esm/icons/flag.mjs';
import { Icon } from '../../../dom/ui/Icon.tsx';
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
      title={`If ${needed} object, the clue has to be given again`}
      onClick={() => !isMine && sitting.play({ type: 'challengeClue' })}
    >
      <Icon node={Flag} size={18} />
      <span>
        {isMine ? 'You object' : 'Object'}
        <span class="unseen"> to this clue, </span>
        <small class="num">
          {votes} of {needed}
        </small>
      </span>
    </button>
  );
}
