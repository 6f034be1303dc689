import type { Challenge } from '../../store/dock.ts';
import { useView } from '../table/context.ts';

/** Objects to a clue that breaks the rules; half of the guessers are enough. */
export function ChallengeButton({ challenge }: { challenge: Challenge }) {
  const { sitting } = useView();
  const { votes, needed, isMine } = challenge;
  return (
    <button
      type="button"
      class="button quiet challenge"
      aria-disabled={isMine}
      title={`If ${needed} object, the clue has to be given again`}
      onClick={() => !isMine && sitting.play({ type: 'challengeClue' })}
    >
      <span>
        {isMine ? 'You object' : 'Object'}
        <span class="desk">{isMine ? '' : ' to this clue'}</span>
        <small class="num">
          {votes} of {needed}
        </small>
      </span>
    </button>
  );
}
