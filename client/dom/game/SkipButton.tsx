import { gameText as text } from '../../i18n/game/index.ts';
import { maySkip } from '../../store/turns.ts';
import { usePlayed } from '../table/context.ts';

/** Where no clock runs, the host can go on without whoever is waited for; nothing for others. */
export function SkipButton() {
  const { sitting, game, view, me } = usePlayed();
  if (!maySkip(game, view, me)) return null;
  return (
    <button type="button" class="button" onClick={() => sitting.send({ type: 'skipTurn' })}>
      {text.skip}
    </button>
  );
}
